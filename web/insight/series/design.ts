import type { EpochDay } from '../../../shared/calendar/civil-date.ts'
import { weekdayIndex } from './day-grid.ts'

/**
 * What a series is explained by: a level that drifts, as a line through equally spaced knots, and the weekday. The first
 * `knots` columns are the hat functions of the knots, which add up to one; six more say Monday to Saturday.
 */
export interface Design {
  readonly first: EpochDay
  /** Days from the first to the last. */
  readonly days: number
  readonly knots: number
  readonly hasWeekdays: boolean
  readonly columns: number
}

const FEWEST_OF_A_WEEKDAY = 3
/** Days below which the level is one straight line, and days between knots above. */
const LONG = 180
const BETWEEN_KNOTS = 90
/** Recorded days that a knot needs: where days are sparse, knots are too. */
const FEWEST_A_KNOT = 15

/**
 * The design for the recorded days of `values`. `knots` 2 asks for a straight line; left out, a knot about every 90 days
 * from 180 days on. Weekdays are in it where each was recorded three times.
 */
export function designFor(values: Float64Array, first: EpochDay, knots?: 2): Design {
  const hasWeekdays = fewestOfAWeekday(values, first) >= FEWEST_OF_A_WEEKDAY
  const level = knots ?? knotsFor(values)
  return { first, days: values.length, knots: level, hasWeekdays, columns: level + (hasWeekdays ? 6 : 0) }
}

function knotsFor(values: Float64Array): number {
  if (values.length < LONG) return 2
  let n = 0
  for (const value of values) if (!Number.isNaN(value)) n++
  return Math.max(2, Math.min(Math.round(values.length / BETWEEN_KNOTS) + 1, Math.floor(n / FEWEST_A_KNOT)))
}

function fewestOfAWeekday(values: Float64Array, first: EpochDay): number {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  let weekday = weekdayIndex(first)
  for (const value of values) {
    if (!Number.isNaN(value)) counts[weekday] = (counts[weekday] as number) + 1
    weekday = weekday === 6 ? 0 : weekday + 1
  }
  return Math.min(...counts)
}

/** Entries of a row, at most: two hats and a weekday. */
export const ROW_ENTRIES = 3

/** Writes the row of day `index` behind `offset`, each entry times `scale`; answers how many entries it has. */
export function writeRow(
  { first, days, knots, hasWeekdays }: Design,
  index: number,
  scale: number,
  at: Int32Array,
  entries: Float64Array,
  offset: number,
): number {
  const place = days < 2 ? 0 : (index * (knots - 1)) / (days - 1)
  const left = Math.min(knots - 2, Math.floor(place))
  at[offset] = left
  entries[offset] = (left + 1 - place) * scale
  at[offset + 1] = left + 1
  entries[offset + 1] = (place - left) * scale
  if (!hasWeekdays) return 2
  const weekday = weekdayIndex(first + index)
  if (weekday === 6) return 2
  at[offset + 2] = knots + weekday
  entries[offset + 2] = scale
  return 3
}
