import { SortedWindow } from './sorted-window.ts'

/** Values on either side that a value is compared with. */
const REACH = 7

/**
 * The values with those drawn in that lie further than `limit` from the median of the 15 values around them, so that one
 * day can not make a level. A running median keeps steps where they are. Recorded values in order, without gaps.
 */
export function drawnIn(values: Float64Array, limit: number): Float64Array {
  const window = new SortedWindow(2 * REACH + 1)
  for (const value of values.subarray(0, REACH)) window.add(value)
  return values.map((value, i) => {
    if (i > REACH) window.remove(values[i - REACH - 1] as number)
    if (i + REACH < values.length) window.add(values[i + REACH] as number)
    const centre = window.median()
    return Math.min(centre + limit, Math.max(centre - limit, value))
  })
}
