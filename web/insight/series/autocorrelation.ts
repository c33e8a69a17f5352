/** No series is taken to depend more on the day before: nearly all would be whitened away. */
export const MOST_AUTOCORRELATION = 0.95

/**
 * Autocorrelation from one day to the next of residuals from a fit of `columns` columns, 0 to 0.95: the mean product of
 * recorded neighbours over the mean square, corrected for the bias that estimating the level brings (Marriott and Pope
 * 1954, Kendall 1954, Biometrika 41) with a term for the further columns.
 */
export function autocorrelation(residuals: Float64Array, columns: number): number {
  let n = 0
  let sum = 0
  for (const value of residuals) {
    if (Number.isNaN(value)) continue
    n++
    sum += value
  }
  const further = (columns - 1) / 2
  // Too few days to tell: the most that it may be costs power and makes no false finding.
  if (n - 3 - further <= 0) return MOST_AUTOCORRELATION

  // Drawing outliers in may have moved the mean off zero.
  const mean = sum / n
  let squares = 0
  let pairs = 0
  let products = 0
  let before = Number.NaN
  for (const value of residuals) {
    const residual = value - mean
    if (!Number.isNaN(residual)) {
      squares += residual * residual
      if (!Number.isNaN(before)) {
        pairs++
        products += residual * before
      }
    }
    before = residual
  }
  if (squares === 0 || pairs === 0) return 0
  const raw = products / pairs / (squares / n)
  return Math.min(MOST_AUTOCORRELATION, Math.max(0, (raw * n + 1 + further) / (n - 3 - further)))
}

/**
 * One standard error below and above an estimate from `n` days. Too low an estimate makes trends that are not there and
 * too high a one makes weekdays that are not, so each test takes the end that makes none.
 */
export function autocorrelationWithin(phi: number, n: number): { lower: number; upper: number } {
  const error = Math.sqrt((1 - phi * phi) / n)
  return { lower: Math.max(0, phi - error), upper: Math.min(MOST_AUTOCORRELATION, phi + error) }
}
