import { MAD_TO_SD, medianAbsoluteDeviation, observed } from '../numerics/order-statistics.ts'

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
  const middles = values.map((_, day) => middleOf(around(values, day)).centre)
  const deviations = observed(values.map((value, day) => value - (middles[day] as number)))
  const limit = LIMIT * MAD_TO_SD * medianAbsoluteDeviation(deviations, 0)
  // More than half of all days are as the days around them: no scale to call another day far by.
  if (!(limit > 0)) return values
  return values.map((value, day) => {
    if (!(Math.abs(value - (middles[day] as number)) > limit)) return value
    const { low, high } = middleOf(around(values, day))
    return Math.min(high + limit, Math.max(low - limit, value))
  })
}

/** What is recorded around a day, rising. */
function around(values: Float64Array, day: number): number[] {
  const rising: number[] = []
  for (const offset of AROUND) {
    const value = values[day + offset]
    if (value === undefined || Number.isNaN(value)) continue
    let place = rising.length
    while (place > 0 && (rising[place - 1] as number) > value) place--
    rising.splice(place, 0, value)
  }
  return rising
}

/** The middle of rising values, and between which two of them it lies: at the edge of a moved level far apart. */
function middleOf(rising: readonly number[]): { centre: number; low: number; high: number } {
  if (rising.length < FEWEST_AROUND) return { centre: Number.NaN, low: Number.NaN, high: Number.NaN }
  const low = rising[Math.ceil(rising.length / 2) - 1] as number
  const high = rising[Math.floor(rising.length / 2)] as number
  return { centre: (low + high) / 2, low, high }
}
