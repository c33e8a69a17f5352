/** "As on the last day with a value." NaN of a series without one. */
export function naive(values: Float64Array, horizon: number): Float64Array {
  return new Float64Array(horizon).fill(values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN)
}
