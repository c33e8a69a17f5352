import { type Column, isRecorded } from './day-grid.ts'

/** Fewer recorded days than this have no middle half worth shading. */
const FEWEST = 12

/** The range that holds the middle half of the recorded days: from the lower to the upper quartile. */
export function usualRange(values: Column): { readonly low: number; readonly high: number } | undefined {
  const sorted = values.filter(isRecorded).sort()
  if (sorted.length < FEWEST) return undefined
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

/** The quantile of ascending values, between two neighbours in proportion. */
function quantile(sorted: Column, share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
