/** What makes the errors of an autoregression independent, by days since the day before in the data. */
export interface Whitening {
  readonly phi: number
  /** phi to the power of the gap: what is taken off, as a share of the day before. Entry 0 is not used. */
  readonly share: Float64Array
  /** What the rest is multiplied by, so that all days vary alike. */
  readonly scale: Float64Array
}

/** No gap is longer for phi up to 0.95, where nothing of the day before is left after it. */
const LONGEST_GAP = 800

/** For errors of first order with autocorrelation `phi` a day, 0 to 0.95, over at most `days` days. */
export function whiteningFor(phi: number, days: number): Whitening {
  const length = Math.max(2, Math.min(days, LONGEST_GAP) + 1)
  const share = new Float64Array(length)
  const scale = new Float64Array(length)
  for (let gap = 1; gap < length; gap++) {
    const weight = phi ** gap
    share[gap] = weight
    scale[gap] = 1 / Math.sqrt(1 - weight * weight)
  }
  return { phi, share, scale }
}
