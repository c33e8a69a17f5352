/** How often something may happen: so many times at once, and after that so many times a second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

export interface TokenBuckets {
  /** Takes one token of the key's. Returns 0, or in how many ms there will be one. */
  take(key: string): number
  /** Puts one back, for what turned out not to count. */
  giveBack(key: string): void
}

/** Keys that are remembered. The one unused for longest is forgotten first, so that many keys cost no more memory. */
export const MOST_KEYS = 20_000

/** A token bucket for each key, in memory. `nowMs` must not go back. */
export function tokenBuckets(rate: Rate, nowMs: () => number, mostKeys = MOST_KEYS): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>()

  function refilled(key: string): { tokens: number; at: number } {
    const now = nowMs()
    const known = buckets.get(key)
    // Set anew, so that the map's order is the order of use.
    buckets.delete(key)
    const tokens =
      known === undefined ? rate.burst : Math.min(rate.burst, known.tokens + ((now - known.at) / 1000) * rate.perSecond)
    const bucket = { tokens, at: now }
    buckets.set(key, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > mostKeys && oldest !== undefined) buckets.delete(oldest)
    return bucket
  }

  return {
    take(key) {
      const bucket = refilled(key)
      if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000)
      bucket.tokens -= 1
      return 0
    },
    giveBack(key) {
      const bucket = refilled(key)
      bucket.tokens = Math.min(rate.burst, bucket.tokens + 1)
    },
  }
}
