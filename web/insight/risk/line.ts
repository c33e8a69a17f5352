/** What single days do around the straight line of a stretch of days. */
export interface LineFit {
  /** Variance of a day around the line, NaN-free: 0 where fewer than three days have a value. */
  readonly variance: number
  /** First-order autocorrelation of neighbouring days, 0 to 0.95, corrected for its bias in short series. */
  readonly phi: number
  /** As many independent days as say the same of the mean. */
  readonly effectiveDays: number
}

/**
 * Least squares over the observed days from index `from` to `to`, both included and held to the array. The correction of
 * the autocorrelation is that of Marriott and Pope (1954, Biometrika 41:390) with a term for the two columns of the line.
 */
export function lineThrough(values: Float64Array, from: number, to: number): LineFit {
  const first = Math.max(0, from)
  const last = Math.min(values.length - 1, to)
  let n = 0
  let sumT = 0
  let sumY = 0
  let sumTT = 0
  let sumTY = 0
  for (let day = first; day <= last; day++) {
    const y = values[day] as number
    if (Number.isNaN(y)) continue
    const t = day - first
    n++
    sumT += t
    sumY += y
    sumTT += t * t
    sumTY += t * y
  }
  if (n < 3) return { variance: 0, phi: 0, effectiveDays: n }
  const slope = (n * sumTY - sumT * sumY) / (n * sumTT - sumT * sumT)
  const start = (sumY - slope * sumT) / n

  let squares = 0
  let products = 0
  let pairs = 0
  let before = Number.NaN
  for (let day = first; day <= last; day++) {
    const rest = (values[day] as number) - start - slope * (day - first)
    if (!Number.isNaN(rest)) squares += rest * rest
    if (!Number.isNaN(rest * before)) {
      products += rest * before
      pairs++
    }
    before = rest
  }
  const phi = pairs === 0 || squares === 0 ? 0 : unbiased(products / pairs / (squares / n), n)
  return { variance: squares / (n - 2), phi, effectiveDays: (n * (1 - phi)) / (1 + phi) }
}

function unbiased(autocorrelation: number, n: number): number {
  const columns = 2
  const term = (columns - 1) / 2
  if (n - 3 - term <= 0) return 0
  return Math.min(0.95, Math.max(0, (autocorrelation * n + 1 + term) / (n - 3 - term)))
}
