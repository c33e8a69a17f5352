import { at } from './linear-model.ts'

/**
 * Whether the mean of records in order is constant: the largest partial sum of distances from the mean, in standard
 * deviations times sqrt(n), beside the largest value of a Brownian bridge (Ploberger & Kramer 1992, Econometrica 60:271).
 * Independent errors are assumed; on autocorrelated days it alarms far too often.
 */
export function olsCusum(values: ArrayLike<number>): { sup: number; p: number } {
  const n = values.length
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / n
  let squares = 0
  let partial = 0
  let largest = 0
  for (let i = 0; i < n; i++) {
    const distance = at(values, i) - mean
    squares += distance ** 2
    partial += distance
    largest = Math.max(largest, Math.abs(partial))
  }
  const sup = largest / Math.sqrt((squares / (n - 1)) * n)
  return { sup, p: bridgeUpperTail(sup) }
}

const TERMS = 100

/** P(the largest absolute value of a Brownian bridge > x) (Kolmogorov 1933). */
function bridgeUpperTail(x: number): number {
  let sum = 0
  for (let k = TERMS; k >= 1; k--) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x)
  return Math.min(1, Math.max(0, sum))
}
