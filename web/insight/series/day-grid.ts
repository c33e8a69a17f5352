import { type CivilDate, type EpochDay, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'

/** One metric from its first to its last recorded day; `values[i]` is of day `first + i`, NaN: not recorded. */
export interface DayGrid {
  readonly metric: string
  readonly first: EpochDay
  /** Its first and its last entry are recorded. */
  readonly values: Float64Array
  /** Days recorded. */
  readonly n: number
}

/** No measure has values beyond these, and their squares can be added up. */
const LARGEST = 1e50
const SMALLEST = 1e-50

const isRecorded = (value: number | undefined): boolean => value !== undefined && Math.abs(value) <= LARGEST

/**
 * What was recorded before `today`, which is not over yet; undefined when nothing was. A value that is not finite, or
 * beyond 1e50, counts as not recorded, and one below 1e-50 as zero. The values are a copy, so that the grid may be kept.
 */
export function gridBefore({ metric, start, values }: DailySeries, today: CivilDate): DayGrid | undefined {
  const startDay = toEpochDay(start)
  const end = Math.min(values.length, toEpochDay(today) - startDay)
  let from = 0
  while (from < end && !isRecorded(values[from])) from++
  if (from >= end) return undefined
  let until = end
  while (!isRecorded(values[until - 1])) until--

  const kept = values.slice(from, until)
  let n = 0
  for (let i = 0; i < kept.length; i++) {
    const value = kept[i] as number
    if (!isRecorded(value)) kept[i] = Number.NaN
    else {
      n++
      if (Math.abs(value) < SMALLEST) kept[i] = 0
    }
  }
  return { metric, first: startDay + from, values: kept, n }
}

/** Whether two grids say the same of the same days. */
export function sameGrid(a: DayGrid, b: DayGrid): boolean {
  if (a === b) return true
  if (a.metric !== b.metric || a.first !== b.first || a.n !== b.n || a.values.length !== b.values.length) return false
  return a.values.every((value, i) => Object.is(value, b.values[i]))
}

/** The days of a grid from one day to another, both included, with missing days at the ends where it does not reach. */
export function windowOf(grid: DayGrid, from: EpochDay, to: EpochDay): Float64Array {
  const window = new Float64Array(Math.max(0, to - from + 1)).fill(Number.NaN)
  const begin = Math.max(from, grid.first)
  const end = Math.min(to, grid.first + grid.values.length - 1)
  if (end >= begin) window.set(grid.values.subarray(begin - grid.first, end - grid.first + 1), begin - from)
  return window
}

export const dateOf = (grid: DayGrid, index: number): CivilDate => fromEpochDay(grid.first + index)

/** 0 (Monday) to 6 (Sunday): the remainder of a day that 1970-01-05, a Monday, has as 0. */
export const weekdayIndex = (day: EpochDay): number => (((day - 4) % 7) + 7) % 7
