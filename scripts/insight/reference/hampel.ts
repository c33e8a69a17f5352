import { MAD_TO_SD, median, medianAbsoluteDeviation, observed } from '../../../web/insight/numerics/order-statistics.ts'
import { at } from './linear-model.ts'

/** In scaled median absolute deviations from the median (Hampel 1974, JASA 69:383). */
const LIMIT = 3
const LEAST_BEFORE = 14

/** Days far from the median of all. */
export function hampelGlobal(values: Float64Array): { median: number; mad: number; flagged: number[] } {
  const recorded = observed(values)
  const centre = median(recorded)
  const mad = MAD_TO_SD * medianAbsoluteDeviation(recorded, centre)
  const days = [...values.keys()]
  return {
    median: centre,
    mad,
    flagged: mad > 0 ? days.filter((day) => Math.abs(at(values, day) - centre) > LIMIT * mad) : [],
  }
}

/** Days far from the median of the `width` days before them, of which at least 14 were recorded. */
export function hampelTrailing(values: Float64Array, width: number): number[] {
  return [...values.keys()].slice(width).filter((day) => {
    const before = observed(values.subarray(day - width, day))
    if (before.length < LEAST_BEFORE) return false
    const centre = median(before)
    const mad = MAD_TO_SD * medianAbsoluteDeviation(before, centre)
    return mad > 0 && Math.abs(at(values, day) - centre) > LIMIT * mad
  })
}
