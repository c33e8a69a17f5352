import { memo, useMemo } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { dayNoun, differenceText } from '../../../shared/metric/value-text.ts'
import { Card } from '../../ui/Card.tsx'
import { periodText } from '../../ui/period-text.ts'
import type { DayGrid } from './day-grid.ts'
import styles from './PastBesidePresent.module.css'
import { type PastRow, pastRows } from './past-rows.ts'
import type { Period } from './range.ts'

interface Props {
  readonly grid: DayGrid
  readonly metric: Metric
  readonly period: Period
  readonly units: UnitPreference
  readonly today: CivilDate
}

/** The period beside what came before it, in averages of the recorded days. */
export const PastBesidePresent = memo(function PastBesidePresent({ grid, metric, period, units, today }: Props) {
  const rows = useMemo(() => pastRows(grid, metric, period, today), [grid, metric, period, today])
  return (
    <Card title="Past beside present">
      <table className={styles['table']}>
        <caption>
          {metric.name} on average, and of how many {dayNoun(metric)}s it is recorded
        </caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">Average</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                <span className={styles['detail']}>{periodText(row.period)}</span>
              </th>
              <td>
                {row.summary.mean === undefined ? '–' : showValue(metric, row.summary.mean, units).text}
                <span className={styles['detail']}>
                  {row.summary.recorded} of {row.summary.days}
                </span>
              </td>
              <td>
                <DifferenceCell row={row} metric={metric} units={units} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['rule']}>
        In 95 of 100 such cases the difference of the two levels lies in the range below it; a range that holds zero is
        “about the same”. {period.to === today && `The ${dayNoun(metric)} of today is not in it. `}
        Without a range there are too few days for one.
      </p>
    </Card>
  )
})

function DifferenceCell({ row, metric, units }: { row: PastRow; metric: Metric; units: UnitPreference }) {
  const { difference, comparison } = row
  if (difference === undefined) return null
  if (comparison !== undefined) {
    const [low, high] = comparison.ci95
    const { verdict } = comparison
    return (
      <>
        {differenceText(metric, comparison.difference, units)}
        <span className={styles['detail']}>
          {differenceText(metric, low, units)} to {differenceText(metric, high, units)}
        </span>
        <span className={styles['detail']}>
          {verdict === 'about-the-same' ? 'about the same' : directionText(comparison.difference)}
        </span>
      </>
    )
  }
  if (difference.kind === 'none') return <span className={styles['detail']}>too few days</span>
  return <>{differenceText(metric, difference.value, units)}</>
}

const directionText = (value: number) => (value > 0 ? 'more' : 'less')
