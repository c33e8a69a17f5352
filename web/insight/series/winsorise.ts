import { MAD_TO_SD, median, medianAbsoluteDeviation, observed } from '../numerics/order-statistics.ts'

export interface Winsorised {
  /** As given, with what lay beyond the limits on them. */
  readonly values: Float64Array
  /** Recorded days that were drawn in. */
  readonly drawnIn: number
  /** Standard deviation that the middle half lets expect (1.4826 MAD), or the plain one where that is 0. */
  readonly deviation: number
}

/** Draws values farther than `limit` deviations from the median in to that distance. NaN (not recorded) stays. */
export function winsorise(values: Float64Array, limit: number): Winsorised {
  const recorded = observed(values)
  const centre = median(recorded)
  const robust = MAD_TO_SD * medianAbsoluteDeviation(recorded, centre)
  const deviation = robust > 0 ? robust : standardDeviation(recorded)
  const reach = deviation > 0 ? limit * deviation : 0
  const [low, high] = [centre - reach, centre + reach]
  let drawnIn = 0
  const within = values.map((value) => {
    if (value < low || value > high) drawnIn++
    return Number.isNaN(value) ? value : Math.min(high, Math.max(low, value))
  })
  return { values: within, drawnIn, deviation }
}

/** Of a sample: divided by one less than there are. 0 for fewer than two. */
export function standardDeviation(values: Float64Array): number {
  if (values.length < 2) return 0
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return Math.sqrt(squares / (values.length - 1))
}
