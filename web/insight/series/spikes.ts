import { MAD_TO_SD, median, observed } from '../numerics/order-statistics.ts'

/** Days that a day is held against: those beside it, and its weekday in the weeks around. */
const AROUND = [-21, -14, -7, -1, 1, 7, 14, 21]
const FEWEST_AROUND = 2
/** Deviations from them that no day's life makes, only a slip of the keys or a fault of a device. */
const LIMIT = 12

/**
 * Draws in single days that stand far from the days around them and from their weekday (after Hampel 1974, with a wide
 * limit), so that one slip of the keys does not bend the level the others are held against. A level that moves and stays
 * is left, however far it moves, and so is what comes every week.
 */
export function drawSpikesIn(values: Float64Array): Float64Array {
  const rising = new Float64Array(AROUND.length)
  const low = new Float64Array(values.length).fill(Number.NaN)
  const high = new Float64Array(values.length).fill(Number.NaN)
  const distances = new Float64Array(values.length)
  for (let day = 0; day < values.length; day++) {
    const n = sortAround(values, day, rising)
    // Between which two of them the middle lies: at the edge of a moved level they are far apart.
    if (n >= FEWEST_AROUND) {
      low[day] = rising[Math.ceil(n / 2) - 1] as number
      high[day] = rising[Math.floor(n / 2)] as number
    }
    distances[day] = Math.abs((values[day] as number) - ((low[day] as number) + (high[day] as number)) / 2)
  }
  const limit = LIMIT * MAD_TO_SD * median(observed(distances))
  // More than half of all days are as the days around them: no scale to call another day far by.
  if (!(limit > 0)) return values
  return values.map((value, day) =>
    (distances[day] as number) > limit
      ? Math.min((high[day] as number) + limit, Math.max((low[day] as number) - limit, value))
      : value,
  )
}

/** Writes what is recorded around a day, rising, and answers how many days that are. */
function sortAround(values: Float64Array, day: number, rising: Float64Array): number {
  let n = 0
  for (let i = 0; i < AROUND.length; i++) {
    const value = values[day + (AROUND[i] as number)]
    if (value === undefined || Number.isNaN(value)) continue
    let place = n++
    while (place > 0 && (rising[place - 1] as number) > value) {
      rising[place] = rising[place - 1] as number
      place--
    }
    rising[place] = value
  }
  return n
}
