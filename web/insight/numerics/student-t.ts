import { incompleteBeta } from './beta.ts'
import { logGamma } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/** P(|T| >= |t|) of Student's t with `df` degrees of freedom (df > 0, may be a fraction). */
export function tTwoSided(t: number, df: number): number {
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square))
}

/** P(T <= t). */
export function tCdf(t: number, df: number): number {
  const tail = tTwoSided(t, df) / 2
  return t > 0 ? 1 - tail : tail
}

const MOST_STEPS = 100

/** The t below which T lies with probability `p`, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df)
  if (!(p < 1) || p === 0.5) return p === 0.5 ? 0 : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN
  // The normal quantile lies below, and the tail is convex above zero: from there Newton's steps never pass the root.
  const logDensityAtZero = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI)
  let t = normalQuantile(p)
  for (let step = 0; step < MOST_STEPS; step++) {
    const density = Math.exp(logDensityAtZero - ((df + 1) / 2) * Math.log1p((t * t) / df))
    const change = (tTwoSided(t, df) / 2 - (1 - p)) / density
    t += change
    if (Math.abs(change) <= 1e-14 * (1 + t)) break
  }
  return t
}
