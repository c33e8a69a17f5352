/**
 * The difference of two means and how sure it is, for values with standard deviation 1 of which those `gap` days apart
 * have correlation phi^gap.
 */
export interface Contrast {
  readonly later: Mean
  readonly earlier: Mean
  /** Variance of the difference of the means; to be multiplied by that of the values. */
  readonly variance: number
}

export interface Mean {
  readonly mean: number
  readonly n: number
}

/** Indices into the values, both included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Means of two stretches, which may overlap, and the variance of their difference. Missing days (NaN) are skipped, and
 * make the days around them count for more; that the end of one stretch resembles the beginning of the next is counted.
 * This is the variance of any weighted sum of an AR(1), in one pass: what is taken for the effective number of days in
 * Bayley & Hammersley 1946 (Suppl JRSS 8:184) for means of one stretch without gaps.
 */
export function contrast(values: Float64Array, earlier: Stretch, later: Stretch, phi: number): Contrast {
  const before = meanIn(values, earlier)
  const after = meanIn(values, later)
  let variance = 0
  /** Sum of the weights so far, each times its correlation with the day at hand. */
  let carried = 0
  for (let day = earlier.from; day <= later.to; day++) {
    carried *= phi
    const weight = (day >= later.from ? 1 / after.n : 0) - (day <= earlier.to ? 1 / before.n : 0)
    if (weight === 0 || Number.isNaN(values[day])) continue
    variance += weight * (weight + 2 * carried)
    carried += weight
  }
  return { later: after, earlier: before, variance }
}

function meanIn(values: Float64Array, { from, to }: Stretch): Mean {
  let sum = 0
  let n = 0
  for (let day = from; day <= to; day++) {
    const value = values[day] as number
    if (Number.isNaN(value)) continue
    sum += value
    n++
  }
  return { mean: sum / n, n }
}
