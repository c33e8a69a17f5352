const WINDOW = 30

/**
 * The straight line of least squares through the last 30 days, drawn on: what a simple tracker calls a forecast. The last
 * of `values` is the day before the first of the horizon. Flat with a single value, NaN with none.
 */
export function leastSquares(values: Float64Array, horizon: number): Float64Array {
  let n = 0
  let days = 0
  let sum = 0
  let squares = 0
  let products = 0
  for (let ago = 0; ago < Math.min(WINDOW, values.length); ago++) {
    const value = values[values.length - 1 - ago] as number
    if (Number.isNaN(value)) continue
    n++
    days -= ago
    sum += value
    squares += ago * ago
    products -= ago * value
  }
  const spread = squares - (days * days) / n
  const slope = spread > 0 ? (products - (days * sum) / n) / spread : 0
  const today = (sum - slope * days) / n
  return Float64Array.from({ length: horizon }, (_, index) => today + slope * (index + 1))
}
