import { median, observed, quantileOfSorted } from '../numerics/order-statistics.ts'
import { tQuantile } from '../numerics/student-t.ts'
import type { Association } from './association.ts'
import type { Variate } from './variate.ts'

/** An association as a difference of `y` between days with more and days with less of `x`. */
export interface Effect {
  /** In the unit of `x`: days at or above against days below. */
  readonly threshold: number
  readonly effect: number
  readonly ci95: readonly [low: number, high: number]
}

/** Days that each side of a threshold needs, where there are as many. */
const FEWEST_A_SIDE = 10

/**
 * The difference of `y` that goes with being at or above a round threshold of `x`: the slope times the difference of the
 * means of `x` on its two sides, outliers drawn in as they were for the slope.
 */
export function effectOf(association: Association): Effect {
  const { x, y, lag, slope, slopeError, freedom } = association
  const shift = y.grid.first - lag - x.grid.first
  const { threshold, contrast } = splitOf(x, (day) => !Number.isNaN(y.grid.values[day - shift] ?? Number.NaN))
  const effect = slope * contrast
  const half = slopeError * Math.abs(contrast) * tQuantile(0.975, freedom)
  return { threshold, effect, ci95: [effect - half, effect + half] }
}

/** A round threshold that splits the days of `x`, and how far apart the means of the two sides lie. */
export function splitOf(
  { aspect, adjusted }: Pick<Variate, 'aspect' | 'adjusted'>,
  isCounted: (day: number) => boolean,
): { threshold: number; contrast: number } {
  const { values, fitted, residuals } = adjusted
  const counted = values.map((value, day) => (isCounted(day) ? value : Number.NaN))
  const threshold = aspect === 'whether' ? 1 : roundThreshold(observed(counted).sort())
  const above = { n: 0, sum: 0 }
  const below = { n: 0, sum: 0 }
  for (let day = 0; day < counted.length; day++) {
    if (Number.isNaN(counted[day])) continue
    const side = (counted[day] as number) >= threshold ? above : below
    side.n++
    side.sum += (fitted[day] as number) + (residuals[day] as number)
  }
  return { threshold, contrast: above.sum / above.n - below.sum / below.n }
}

/**
 * A round number near the median of rising values that leaves ten days on each side, or as many as it can: multiples of
 * the roundest step (1, 2 or 5 times a power of ten) within a deviation, then of finer ones.
 */
export function roundThreshold(rising: Float64Array): number {
  const middle = median(rising)
  const fewest = Math.min(FEWEST_A_SIDE, Math.floor(rising.length / 3))
  const spread = quantileOfSorted(rising, 0.84) - quantileOfSorted(rising, 0.16)
  for (const step of stepsBelow(spread / 2)) {
    const nearest = Math.round(middle / step) * step
    for (const candidate of [nearest, nearest + step, nearest - step]) {
      if (sidesOf(rising, candidate) >= fewest) return tidy(candidate, step)
    }
  }
  return bestSplit(rising)
}

/** Below this nothing is round to anybody. */
const FINEST = 1e-15

/** The largest round step up to `most`, and the next three below it. */
function stepsBelow(most: number): number[] {
  if (!(most > FINEST)) return []
  const power = Math.floor(Math.log10(most))
  const steps = [power, power - 1].flatMap((exponent) => [5, 2, 1].map((digit) => digit * 10 ** exponent))
  return steps.filter((step) => step <= most).slice(0, 4)
}

/** Rounds off what multiplying by a step that is no binary fraction leaves behind. */
const tidy = (value: number, step: number) => Number(value.toFixed(Math.max(0, 1 - Math.floor(Math.log10(step)))))

/** Days on the smaller side. */
function sidesOf(rising: Float64Array, threshold: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const half = (low + high) >> 1
    if ((rising[half] as number) < threshold) low = half + 1
    else high = half
  }
  return Math.min(low, rising.length - low)
}

/** The value that splits the days most evenly: for metrics of few values. */
function bestSplit(rising: Float64Array): number {
  let best = rising.at(-1) ?? Number.NaN
  let most = 0
  for (let i = 1; i < rising.length; i++) {
    const sides = Math.min(i, rising.length - i)
    if ((rising[i] as number) > (rising[i - 1] as number) && sides > most) {
      most = sides
      best = rising[i] as number
    }
  }
  return best
}
