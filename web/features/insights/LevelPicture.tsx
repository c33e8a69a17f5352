import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { LevelChange } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { DaysPicture } from './DaysPicture.tsx'

interface Props {
  readonly change: LevelChange
  readonly series: DailySeries
  readonly lens: MetricLens
}

/** Days on each side of the change that are drawn: enough to see both levels, few enough to see the days. */
const SHOWN_DAYS = 120

/** The days around the change, and the two levels. */
export function LevelPicture({ change, series, lens }: Props) {
  const { date, before, after } = change
  const from = later(before.from, addDays(date, -SHOWN_DAYS))
  const to = earlier(after.to, addDays(date, SHOWN_DAYS))
  return (
    <DaysPicture
      label={`${lens.metric.name} day by day, with the level before and the level after`}
      series={series}
      lens={lens}
      from={from}
      to={to}
      lines={[
        { from: [from, before.mean], to: [date, before.mean] },
        { from: [date, after.mean], to: [to, after.mean] },
      ]}
      mark={date}
    />
  )
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b)
const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)
