import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenBuckets } from './token-bucket.ts'

describe('a token bucket', () => {
  it('gives its burst at once, says how long to wait, and then gives by its rate', () => {
    let now = 0
    const buckets = tokenBuckets({ burst: 3, perSecond: 0.5 }, () => now)
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0])
    expect(buckets.take('a')).toBe(2000)
    now = 1999
    expect(buckets.take('a')).toBe(1)
    now = 2000
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBe(2000)
  })

  it('is one for each key', () => {
    const buckets = tokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('b')).toBe(0)
    expect(buckets.take('a')).toBe(1000)
  })

  it('takes back what did not count, and never holds more than its burst', () => {
    const buckets = tokenBuckets({ burst: 1, perSecond: 1 }, () => 0)
    expect(buckets.take('a')).toBe(0)
    buckets.giveBack('a')
    buckets.giveBack('a')
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBeGreaterThan(0)
  })

  it('forgets the key unused for longest when there are too many', () => {
    const buckets = tokenBuckets({ burst: 1, perSecond: 0.001 }, () => 0, 2)
    buckets.take('a')
    buckets.take('b')
    expect(buckets.take('a')).toBeGreaterThan(0)
    buckets.take('c')
    expect(buckets.take('a')).toBeGreaterThan(0)
    expect(buckets.take('b')).toBe(0)
  })

  it('gives no more than burst and rate allow, whatever the pauses', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }), (pauses) => {
        let now = 0
        const buckets = tokenBuckets({ burst: 5, perSecond: 2 }, () => now)
        let given = 0
        for (const pause of pauses) {
          now += pause
          if (buckets.take('a') === 0) given += 1
        }
        expect(given).toBeLessThanOrEqual(5 + (now / 1000) * 2)
      }),
    )
  })
})
