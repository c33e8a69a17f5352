import type { Metric } from '../../../shared/metric/metric.ts'
import { coverageText } from '../../../shared/metric/value-text.ts'
import { Button } from '../../ui/Button.tsx'
import { countRecorded, type DayGrid, valuesIn } from './day-grid.ts'
import { FEWEST_DAYS } from './difference.ts'
import { lengthOf, type Period, periodOf, RANGES, type Range, widerRange } from './range.ts'
import styles from './SparseNote.module.css'

interface Props {
  readonly grid: DayGrid
  readonly metric: Metric
  readonly range: Range
  readonly period: Period
  readonly onRange: (range: Range) => void
}

/** Where the period holds too little to say anything, says so and offers the next wider range that holds enough. */
export function SparseNote({ grid, metric, range, period, onRange }: Props) {
  const recordedIn = (within: Period) => countRecorded(valuesIn(grid, metric.id, within))
  const recorded = recordedIn(period)
  if (recorded >= FEWEST_DAYS) return null
  const within = (wider: Range) => periodOf(wider, period.to, grid.start)
  const wider = widerRange(range, (candidate) => recordedIn(within(candidate)) >= FEWEST_DAYS)
  const name = metric.name.toLowerCase()
  if (wider === undefined) {
    return (
      <p className={styles['note']} role="status">
        {recorded === 0
          ? `No ${name} is recorded up to this day.`
          : `${recorded === 1 ? '1 day' : `${recorded} days`} of ${name} recorded so far.`}{' '}
        An average needs {FEWEST_DAYS} days.
      </p>
    )
  }
  const days = coverageText(metric, recordedIn(within(wider)), lengthOf(within(wider)))
  return (
    <div className={styles['note']} role="status">
      <p>
        {recorded === 0
          ? `No ${name} is recorded in this period.`
          : `Only ${recorded} recorded here, too few to stand for the period.`}{' '}
        {spokenRange(wider)}: {days}.
      </p>
      <Button onClick={() => onRange(wider)}>Show {spokenRange(wider).toLowerCase()}</Button>
    </div>
  )
}

const spokenRange = (range: Range) => RANGES.find(({ value }) => value === range)?.spoken.split(',')[0] ?? range
