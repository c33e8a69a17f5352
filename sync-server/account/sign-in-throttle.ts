import type { Rates } from '../security/rates.ts'
import { type TokenBuckets, tokenBuckets } from '../security/token-bucket.ts'

export interface SignInThrottle {
  /**
   * Counts an attempt before it is made, so that many at once do not slip through. Returns how to take it back once it has
   * succeeded, or in how many ms to come again.
   */
  attempt(email: string, address: string): { readonly succeeded: () => void } | { readonly waitMs: number }
}

/** Slows down who tries passwords: at one account from one address, at one account from many, and at many from one. */
export function signInThrottle(rates: Rates, nowMs: () => number): SignInThrottle {
  const atAddress = tokenBuckets(rates.signInAtAddress, nowMs)
  const anywhere = tokenBuckets(rates.signInAnywhere, nowMs)
  const ofAddress = tokenBuckets(rates.signInsOfAddress, nowMs)

  return {
    attempt(email, address) {
      const account = email.toLowerCase()
      const taken: (() => void)[] = []
      const takeBack = () => {
        for (const giveBack of taken) giveBack()
      }
      const counted: readonly (readonly [TokenBuckets, string])[] = [
        [ofAddress, address],
        [atAddress, `${address} ${account}`],
        [anywhere, account],
      ]
      for (const [buckets, key] of counted) {
        const waitMs = buckets.take(key)
        if (waitMs > 0) {
          takeBack()
          return { waitMs }
        }
        taken.push(() => buckets.giveBack(key))
      }
      return { succeeded: takeBack }
    },
  }
}
