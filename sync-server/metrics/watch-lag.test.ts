import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchLag } from './watch-lag.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the lag of the event loop', () => {
  it('is how late each timer came, counted anew each time', () => {
    const seen: number[] = []
    let now = 1000
    const stop = watchLag(
      (seconds) => seen.push(seconds),
      () => now,
      500,
    )
    for (const passed of [500, 750, 500, 499]) {
      now += passed
      vi.advanceTimersByTime(500)
    }
    expect(seen).toEqual([0, 0.25, 0, 0])
    stop()
    vi.advanceTimersByTime(5000)
    expect(seen).toHaveLength(4)
  })
})
