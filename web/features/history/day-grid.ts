import { addDays, type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { MetricId } from '../../../shared/metric/metric.ts'
import type { Column, DayGrid } from '../../store/watch-grid.ts'
import { lengthOf, type Period } from './range.ts'

export type { Column, DayGrid } from '../../store/watch-grid.ts'

/** The metric's values in the period, NaN outside the grid. */
export function valuesIn(grid: DayGrid, metric: MetricId, period: Period): Column {
  return sliceOf(grid.columns.get(metric) ?? NO_DAYS, grid.start, period)
}

/** The period's part of a column that begins on `start`, NaN outside it. Inside it this is a view: nothing is copied. */
export function sliceOf(column: Column, start: CivilDate, period: Period): Column {
  const length = lengthOf(period)
  const from = daysBetween(start, period.from)
  if (from >= 0 && from + length <= column.length) return column.subarray(from, from + length)
  const values = new Float64Array(length).fill(Number.NaN)
  const first = Math.max(0, from)
  const end = Math.min(column.length, from + length)
  if (end > first) values.set(column.subarray(first, end), first - from)
  return values
}

const NO_DAYS: Column = new Float64Array(0)

/** The first and last day on which the metric is recorded, or undefined: never. */
export function recordedSpan(grid: DayGrid, metric: MetricId): Period | undefined {
  const column = grid.columns.get(metric)
  if (column === undefined) return undefined
  const first = column.findIndex(isRecorded)
  if (first < 0) return undefined
  return { from: addDays(grid.start, first), to: addDays(grid.start, column.findLastIndex(isRecorded)) }
}

export const isRecorded = (value: number): boolean => !Number.isNaN(value)

/** Recorded days among the values. */
export function countRecorded(values: Column): number {
  let recorded = 0
  for (const value of values) if (isRecorded(value)) recorded += 1
  return recorded
}
