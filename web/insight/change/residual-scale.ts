import { MAD_TO_SD } from '../numerics/order-statistics.ts'
import { SortedWindow } from './sorted-window.ts'

/** What the residuals of the year before each day were like; NaN on days with too few before them. */
export interface ResidualScale {
  /** Their standard deviation, from the median absolute deviation: hardly moved by single days. */
  readonly spread: Float64Array
  /** The distance from zero that one in a hundred residuals passes, or the furthest where they are fewer. */
  readonly furthest: Float64Array
}

/** Days that are looked back on. */
const WINDOW_DAYS = 365
/** Residuals it takes. */
export const LEAST_RESIDUALS = 30
const SHARE_WITHIN = 0.99

/**
 * For each day the size of the residuals on the 365 days before it, itself not among them. One residual a day, NaN:
 * none. `furthest` is the split conformal quantile (Lei et al. 2018, JASA 113:1094): the ceil(.99 (n + 1))-th smallest.
 */
export function residualScale(residual: Float64Array): ResidualScale {
  const spread = new Float64Array(residual.length).fill(Number.NaN)
  const furthest = new Float64Array(residual.length).fill(Number.NaN)
  const window = new SortedWindow(WINDOW_DAYS)
  for (let day = 0; day < residual.length; day++) {
    const n = window.size
    if (n >= LEAST_RESIDUALS) {
      const deviation = MAD_TO_SD * window.medianAbsoluteDeviation()
      spread[day] = deviation > 0 ? deviation : standardDeviation(residual, day)
      furthest[day] = window.distance(0, Math.min(n, Math.ceil(SHARE_WITHIN * (n + 1))))
    }
    const leaving = day < WINDOW_DAYS ? Number.NaN : (residual[day - WINDOW_DAYS] as number)
    if (!Number.isNaN(leaving)) window.remove(leaving)
    const coming = residual[day] as number
    if (!Number.isNaN(coming)) window.add(coming)
  }
  return { spread, furthest }
}

/** Where more than half of the residuals are the same: about zero, of the days before `day`. */
function standardDeviation(residual: Float64Array, day: number): number {
  let sum = 0
  let n = 0
  for (let i = Math.max(0, day - WINDOW_DAYS); i < day; i++) {
    const value = residual[i] as number
    if (Number.isNaN(value)) continue
    sum += value * value
    n++
  }
  return Math.sqrt(sum / n)
}
