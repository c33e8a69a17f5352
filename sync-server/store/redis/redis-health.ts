/** How long a Redis that did not answer is left alone, in ms. */
export const LEFT_ALONE_MS = 2000

export interface RedisHealth {
  /** What the work comes to; undefined where Redis does not answer, or has not a moment ago. */
  ask<Value>(work: () => Promise<Value>): Promise<Value | undefined>
}

/** Asks a Redis that may be away: nobody waits for it again and again, and it is told once that it is away. */
export function redisHealth(monotonicMs: () => number, onProblem: (error: unknown) => void): RedisHealth {
  let askAgainAt = Number.NEGATIVE_INFINITY
  let isAway = false
  return {
    async ask(work) {
      if (monotonicMs() < askAgainAt) return undefined
      try {
        const value = await work()
        isAway = false
        return value
      } catch (error) {
        askAgainAt = monotonicMs() + LEFT_ALONE_MS
        if (!isAway) onProblem(error)
        isAway = true
        return undefined
      }
    },
  }
}
