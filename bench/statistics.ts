/** The q-quantile (0-1) of some figures, by linear interpolation. Throws RangeError when there are none. */
export function quantile(figures: readonly number[], q: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  if (below === undefined || above === undefined) throw new RangeError('No figures')
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5)
