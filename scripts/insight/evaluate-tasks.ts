import type { DailySeries } from '../../web/insight/daily-series.ts'
import type { Person } from './evaluate-read.ts'

/** Something to forecast: from the days of `history`, the days of `outcome`. */
export interface Task {
  readonly person: string
  readonly history: DailySeries
  /** The days after the history; NaN where none was recorded. */
  readonly outcome: Float64Array
}

export const HORIZON = 30
/** Days between two origins, so that no day is an outcome twice. */
const APART = 10
/** Of a long series so many origins, evenly over it, so that it does not outweigh ten persons. */
const MOST_ORIGINS = 40
/** What a history must have at the least, and an outcome. */
const FEWEST_VALUES = 28
const FEWEST_LATE = 14
const LATE_DAYS = 60
const STALE_DAYS = 14
const FEWEST_OUTCOMES = 7

/** Rolling origins, counted back from the last day of each series. */
export function tasksOf(persons: readonly Person[]): Task[] {
  return persons.flatMap(({ name, series }) =>
    series.flatMap((whole) => {
      const origins = originsOf(whole.values)
      return origins.map((origin) => ({
        person: name,
        history: { ...whole, values: whole.values.subarray(0, origin) },
        outcome: whole.values.subarray(origin, origin + HORIZON),
      }))
    }),
  )
}

function originsOf(values: Float64Array): number[] {
  const origins: number[] = []
  for (let origin = values.length - HORIZON; origin > 0; origin -= APART) {
    const known = values.subarray(0, origin)
    const fits =
      countOf(known) >= FEWEST_VALUES &&
      countOf(known.subarray(-LATE_DAYS)) >= FEWEST_LATE &&
      countOf(known.subarray(-STALE_DAYS)) > 0 &&
      countOf(values.subarray(origin, origin + HORIZON)) >= FEWEST_OUTCOMES
    if (fits) origins.push(origin)
  }
  if (origins.length <= MOST_ORIGINS) return origins
  return Array.from(
    { length: MOST_ORIGINS },
    (_, k) => origins[Math.round((k * (origins.length - 1)) / (MOST_ORIGINS - 1))] as number,
  )
}

const countOf = (values: Float64Array) => values.reduce((n, value) => (Number.isNaN(value) ? n : n + 1), 0)
