import { observed } from '../../../web/insight/numerics/order-statistics.ts'

/** Mean of what was recorded (NaN: not recorded), by a second pass over what the first left. */
export function meanOf(values: Float64Array): number {
  const recorded = observed(values)
  const first = recorded.reduce((sum, value) => sum + value, 0) / recorded.length
  return first + recorded.reduce((sum, value) => sum + (value - first), 0) / recorded.length
}

/** Mean squared distance from the mean: divided by how many there are. */
export function varianceOf(values: Float64Array): number {
  const mean = meanOf(values)
  const recorded = observed(values)
  return recorded.reduce((sum, value) => sum + (value - mean) ** 2, 0) / recorded.length
}

/** Of a sample: divided by one less. */
export function deviationOf(values: Float64Array): number {
  const n = observed(values).length
  return Math.sqrt((varianceOf(values) * n) / (n - 1))
}
