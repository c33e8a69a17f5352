/** What kind of pattern a test looks for, and whether a link is one of those expected beforehand. */
export type TestKind = 'plausible' | 'association' | 'weekday' | 'trend'

/** How much of what may be found by chance each family has, where there are tests of it. */
const FAMILY_SHARE = { association: 0.5, weekday: 0.25, trend: 0.25 } as const
/** And of that of the associations, the plausible ones together. */
const PLAUSIBLE_SHARE = 0.5

/** Weights of mean 1: each family its share, and inside of it every test the same. */
export function testWeights(kinds: readonly TestKind[]): Float64Array {
  const counts = { plausible: 0, association: 0, weekday: 0, trend: 0 }
  for (const kind of kinds) counts[kind]++
  const plausible = counts.plausible === 0 ? 0 : counts.association === 0 ? 1 : PLAUSIBLE_SHARE
  const linked = counts.plausible + counts.association > 0 ? FAMILY_SHARE.association : 0
  const shares = {
    plausible: linked * plausible,
    association: linked * (1 - plausible),
    weekday: counts.weekday > 0 ? FAMILY_SHARE.weekday : 0,
    trend: counts.trend > 0 ? FAMILY_SHARE.trend : 0,
  }
  const all = shares.plausible + shares.association + shares.weekday + shares.trend
  return Float64Array.from(kinds, (kind) => (kinds.length * shares[kind]) / all / counts[kind])
}
