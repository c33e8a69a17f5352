import { memo, useMemo } from 'react'
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
}

/** The period beside what came before it, in averages of the recorded days. */
export const PastBesidePresent = memo(function PastBesidePresent({ grid, metric, period, units }: Props) {
  const rows = useMemo(() => pastRows(grid, metric, period), [grid, metric, period])
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
        “About the same” is a difference of less than a tenth of how much single {dayNoun(metric)}s usually differ.
      </p>
    </Card>
  )
})

function DifferenceCell({ row, metric, units }: { row: PastRow; metric: Metric; units: UnitPreference }) {
  const { difference } = row
  if (difference === undefined) return null
  if (difference.kind === 'none') return <span className={styles['detail']}>too few days</span>
  const amount = differenceText(metric, difference.value, units)
  return (
    <>
      {amount}
      <span className={styles['detail']}>
        {difference.kind === 'same' ? 'about the same' : directionText(difference.value)}
      </span>
    </>
  )
}

const directionText = (value: number) => (value > 0 ? 'more' : 'less')
