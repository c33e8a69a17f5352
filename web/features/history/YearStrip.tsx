import { memo, useMemo } from 'react'
import { type CivilDate, civilDate, type Weekday, yearOf } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { averageText, coverageText } from '../../../shared/metric/value-text.ts'
import { Card } from '../../ui/Card.tsx'
import { HeatCalendar } from '../../ui/HeatCalendar.tsx'
import { metricHue } from '../../ui/hue.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { type DayGrid, valuesIn } from './day-grid.ts'
import { summarise } from './period-summary.ts'
import type { Period } from './range.ts'

interface Props {
  readonly grid: DayGrid
  readonly metric: Metric
  readonly year: number
  readonly today: CivilDate
  readonly units: UnitPreference
  readonly weekStart: Weekday
  readonly onYear: (year: number) => void
  readonly onDay: (date: CivilDate) => void
}

/** A calendar year at a glance, as far as it has come. */
export const YearStrip = memo(function YearStrip({
  grid,
  metric,
  year,
  today,
  units,
  weekStart,
  onYear,
  onDay,
}: Props) {
  const period = useMemo(() => yearPeriod(year, today), [year, today])
  const values = useMemo(() => valuesIn(grid, metric.id, period), [grid, metric, period])
  const { recorded, days, mean } = summarise(values)
  const show = (value: number) => showValue(metric, value, units).text
  const average = mean === undefined ? '' : `${show(mean)} ${averageText(metric)}, `
  return (
    <Card
      title="The year"
      aside={
        <SelectField
          label="Year"
          hideLabel
          value={String(year)}
          options={yearsBetween(yearOf(grid.start), yearOf(today)).map((one) => ({
            value: String(one),
            label: String(one),
          }))}
          onValue={(chosen) => onYear(Number(chosen))}
        />
      }
    >
      <HeatCalendar
        label={`${metric.name}, ${year}`}
        summary={`${average}${coverageText(metric, recorded, days)}.`}
        start={period.from}
        values={values}
        hue={metricHue(metric.id)}
        weekStart={weekStart}
        show={show}
        onPick={onDay}
      />
    </Card>
  )
})

function yearPeriod(year: number, today: CivilDate): Period {
  const from = civilDate(year, 1, 1) ?? today
  const to = civilDate(year, 12, 31) ?? today
  return { from, to: to < today ? to : today }
}

/** Newest first. */
function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => last - index)
}
