import { fillGaps } from './fill-gaps.ts'

export interface Smoothed {
  /** After the last day: what every day to come is forecast to be. */
  readonly level: number
  /** Sum of squared one-step errors. */
  readonly squares: number
}

/** Simple exponential smoothing of a series without gaps, at a given weight of the newest day and a given first level. */
export function smooth(values: Float64Array, alpha: number, firstLevel: number): Smoothed {
  let level = firstLevel
  let squares = 0
  for (const value of values) {
    const error = value - level
    squares += error * error
    level += alpha * error
  }
  return { level, squares }
}

const LEAST = 1e-4
const MOST = 0.9999
const GOLDEN = (Math.sqrt(5) - 1) / 2

export interface SmoothingFit extends Smoothed {
  readonly alpha: number
  readonly firstLevel: number
}

/**
 * The weight and the first level that make the squared one-step errors least, as R's `ses` chooses them (Hyndman et al.
 * 2002 IJF 18:439). For a weight the best first level is known in closed form, the errors being linear in it.
 */
export function fitSmoothing(values: Float64Array): SmoothingFit {
  const at = (alpha: number): SmoothingFit => {
    const firstLevel = bestFirstLevel(values, alpha)
    return { alpha, firstLevel, ...smooth(values, alpha, firstLevel) }
  }
  // A coarse look first, because the squares may have several valleys.
  const steps = 20
  let best = at(LEAST)
  for (let step = 1; step <= steps; step++) {
    const fit = at(LEAST + ((MOST - LEAST) * step) / steps)
    if (fit.squares < best.squares) best = fit
  }
  let low = Math.max(LEAST, best.alpha - 1 / steps)
  let high = Math.min(MOST, best.alpha + 1 / steps)
  for (let step = 0; step < 30; step++) {
    const left = at(high - GOLDEN * (high - low))
    const right = at(low + GOLDEN * (high - low))
    if (left.squares < right.squares) high = right.alpha
    else low = left.alpha
    for (const fit of [left, right]) if (fit.squares < best.squares) best = fit
  }
  return best
}

/** Simple exponential smoothing, its weight and first level fitted, over a series whose gaps are filled. */
export function exponentialSmoothing(values: Float64Array, horizon: number): Float64Array {
  const filled = fillGaps(values)
  return new Float64Array(horizon).fill(filled.length === 0 ? Number.NaN : fitSmoothing(filled).level)
}

function bestFirstLevel(values: Float64Array, alpha: number): number {
  // error[t] = e0[t] - (1 - alpha)^t * firstLevel, with e0 the errors from a first level of 0.
  let level = 0
  let carried = 1
  let above = 0
  let below = 0
  for (const value of values) {
    const error = value - level
    above += error * carried
    below += carried * carried
    level += alpha * error
    carried *= 1 - alpha
  }
  return above / below
}
