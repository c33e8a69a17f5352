import { addDays, type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { MetricId } from '../../../shared/metric/metric.ts'
import { lengthOf, type Period } from './range.ts'

/** One metric, one number a day; NaN where nothing is recorded. */
export type Column = Float64Array

/** Days that follow each other without a hole, and a column of stored values for each metric. */
export interface DayGrid {
  readonly start: CivilDate
  readonly days: number
  readonly columns: ReadonlyMap<MetricId, Column>
}

/** The metric's values in the period, NaN outside the grid. Inside it this is a view: nothing is copied. */
export function valuesIn(grid: DayGrid, metric: MetricId, period: Period): Column {
  const column = grid.columns.get(metric)
  const length = lengthOf(period)
  const from = daysBetween(grid.start, period.from)
  if (column !== undefined && from >= 0 && from + length <= column.length) return column.subarray(from, from + length)
  const values = new Float64Array(length).fill(Number.NaN)
  if (column === undefined) return values
  const first = Math.max(0, from)
  const end = Math.min(column.length, from + length)
  if (end > first) values.set(column.subarray(first, end), first - from)
  return values
}

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

/** The first day on which any metric is recorded, or undefined: none ever was. */
export function firstRecorded(grid: DayGrid): CivilDate | undefined {
  const firsts = [...grid.columns.keys()].flatMap((metric) => recordedSpan(grid, metric)?.from ?? [])
  return firsts.length === 0 ? undefined : firsts.reduce((a, b) => (a < b ? a : b))
}
