/** The values that were recorded, in their order; NaN means not recorded. */
export function observed(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length)
  let n = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) kept[n++] = value
  }
  return kept.subarray(0, n)
}

/** Half way between the two middle values, or the middle one. NaN of nothing; the values must hold no NaN. */
export function median(values: ArrayLike<number>): number {
  const n = values.length
  if (n === 0) return Number.NaN
  const scratch = Float64Array.from(values)
  const upper = selectIn(scratch, n >> 1)
  if (n % 2 === 1) return upper
  // What stands before the selected place is not above it: the other middle value is the largest of those.
  let lower = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n >> 1; i++) if ((scratch[i] as number) > lower) lower = scratch[i] as number
  return (lower + upper) / 2
}

/** Makes the median absolute deviation of normal values their standard deviation (R's `mad`). */
export const MAD_TO_SD = 1.4826

/** Median distance from the median, or from `centre`; not scaled. NaN of nothing; the values must hold no NaN. */
export function medianAbsoluteDeviation(values: ArrayLike<number>, centre = median(values)): number {
  const distances = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) distances[i] = Math.abs((values[i] as number) - centre)
  return median(distances)
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, American Statistician
 * 50:361; the default of R). `p` from 0 to 1. NaN of nothing; the values must hold no NaN.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p)
}

/** The same of values that rise. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p))
  const below = Math.floor(at)
  const low = sorted[below] as number
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number
  return at === below ? low : low + (at - below) * (high - low)
}

/** Rank of each value from 1; equal values share the mean of their ranks. The values must hold no NaN. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const n = values.length
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  )
  const ranked = new Float64Array(n)
  for (let from = 0; from < n; ) {
    let until = from + 1
    const value = values[order[from] as number]
    while (until < n && values[order[until] as number] === value) until++
    for (let i = from; i < until; i++) ranked[order[i] as number] = (from + 1 + until) / 2
    from = until
  }
  return ranked
}

/** The value at place `k` were the array sorted; the array is left partly sorted around it (Hoare's quickselect). */
export function selectIn(values: Float64Array, k: number): number {
  let left = 0
  let right = values.length - 1
  while (left < right) {
    const pivot = middleOfThree(values[left] as number, values[(left + right) >> 1] as number, values[right] as number)
    let i = left
    let j = right
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i <= j) {
        const swapped = values[i] as number
        values[i++] = values[j] as number
        values[j--] = swapped
      }
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return values[k] as number
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
