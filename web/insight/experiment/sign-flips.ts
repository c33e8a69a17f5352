/** What the differences of pairs say together. */
export interface PairedDifference {
  /** Mean of the differences. */
  readonly difference: number
  readonly ci95: readonly [low: number, high: number]
  /** How often such an interval holds the truth, at least 0.95: with few pairs there is no interval of just 0.95. */
  readonly coverage: number
  /** Two-sided. */
  readonly p: number
}

/**
 * The exact randomisation test of pairs whose order was drawn by a coin: under "no difference" each sign was as likely the
 * other one, so the mean is held against those of all 2^k flips (Fisher 1935, The Design of Experiments). The interval is the
 * same test turned round: the 2^k - 1 means of the subsets of the differences cut the line into 2^k stretches of which each
 * holds the true difference equally often, and the outermost 2.5 % of them on either side are left out (Hartigan 1969,
 * Journal of the American Statistical Association 64:1303). `differences`: 6 to 12 of them, finite.
 */
export function signFlips(differences: readonly number[]): PairedDifference {
  const means = subsetMeans(differences)
  const orders = 2 ** differences.length
  const outside = Math.floor(0.025 * orders)
  if (outside < 1) throw new RangeError('Too few pairs for an interval')
  const low = means[outside - 1] as number
  const high = means[orders - outside - 1] as number
  const tail = 1 + Math.min(countUpTo(means, 0), countUpTo(means.map((mean) => -mean).reverse(), 0))
  return {
    difference: differences.reduce((sum, difference) => sum + difference, 0) / differences.length,
    ci95: [low, high],
    coverage: 1 - (2 * outside) / orders,
    p: Math.min(1, (2 * tail) / orders),
  }
}

/** Means of all subsets but the empty one, rising. */
function subsetMeans(differences: readonly number[]): Float64Array {
  const orders = 2 ** differences.length
  const sums = new Float64Array(orders)
  const sizes = new Uint8Array(orders)
  for (let set = 1; set < orders; set++) {
    // The set without its lowest member came before it.
    const rest = set & (set - 1)
    sums[set] = (sums[rest] as number) + (differences[Math.log2(set & -set)] as number)
    sizes[set] = (sizes[rest] as number) + 1
  }
  const means = new Float64Array(orders - 1)
  for (let set = 1; set < orders; set++) means[set - 1] = (sums[set] as number) / (sizes[set] as number)
  return means.sort()
}

/** How many of the rising `values` are at most `limit`. */
function countUpTo(values: Float64Array, limit: number): number {
  let count = 0
  while (count < values.length && (values[count] as number) <= limit) count++
  return count
}
