import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStamp, LATEST_MS, LATEST_STAMP, NO_STAMP, nextStamp, observeStamp, type Stamp, stampToMs } from './stamp.ts'

const ms = fc.integer({ min: 0, max: LATEST_MS })
const stamp = fc.integer({ min: 0, max: LATEST_STAMP }).map((n) => n as Stamp)

describe('stamps', () => {
  it('[C1] the next stamp is max(last + 1, now * 1024), a safe integer', () => {
    fc.assert(
      fc.property(ms, stamp, (now, last) => {
        const next = nextStamp(now, [last])
        expect(next).toBe(Math.max(last + 1, now * 1024))
        expect(Number.isSafeInteger(next)).toBe(true)
      }),
    )
    expect(nextStamp(5, [])).toBe(5 * 1024)
    expect(nextStamp(5.9, [])).toBe(5 * 1024)
  })

  it('[C1] a stamp holds its millisecond and counts up within it', () => {
    fc.assert(
      fc.property(ms, fc.integer({ min: 1, max: 2000 }), (now, count) => {
        let last = NO_STAMP
        for (let n = 0; n < count; n++) {
          const next = nextStamp(now, [last])
          expect(next).toBeGreaterThan(last)
          last = next
        }
        expect(stampToMs(last)).toBe(now + Math.floor((count - (now === 0 ? 0 : 1)) / 1024))
      }),
      { numRuns: 30 },
    )
  })

  it('[C2] seeing a stamp raises the clock to it and never lowers it', () => {
    fc.assert(
      fc.property(stamp, fc.array(stamp), (start, seen) => {
        const last = seen.reduce(observeStamp, start)
        expect(last).toBe(Math.max(start, ...seen))
        expect(nextStamp(0, [last])).toBeGreaterThan(Math.max(start, ...seen))
      }),
    )
  })

  it("[C3] an edit's stamp is greater than every one it replaces, whatever the clock says", () => {
    const clock = fc.oneof(ms, fc.integer(), fc.double({ noNaN: true }), fc.constant(Number.MAX_VALUE))
    fc.assert(
      fc.property(clock, fc.array(stamp), (now, replaced) => {
        const next = nextStamp(now, replaced)
        for (const old of replaced) expect(next).toBeGreaterThan(old)
        expect(Number.isSafeInteger(next)).toBe(true)
      }),
    )
  })

  it('[C3] the latest stamp that is taken from outside still leaves centuries of edits', () => {
    let last = LATEST_STAMP
    for (let n = 0; n < 5000; n++) last = nextStamp(Number.POSITIVE_INFINITY, [last])
    expect(last).toBe(LATEST_STAMP + 5000)
    // A million edits a second, for twenty years.
    expect(Number.MAX_SAFE_INTEGER - LATEST_STAMP).toBeGreaterThan(1e6 * 86_400 * 365 * 20)
  })

  it('a clock with no time at all throws', () => {
    expect(() => nextStamp(Number.NaN, [])).toThrow(RangeError)
  })

  it('only what a believable clock makes is a stamp', () => {
    for (const good of [0, 1, 1024, LATEST_STAMP]) expect(isStamp(good)).toBe(true)
    const bad = [
      -1,
      0.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      LATEST_STAMP + 1,
      Number.MAX_SAFE_INTEGER,
      '1',
      null,
      undefined,
    ]
    for (const value of bad) expect(isStamp(value), String(value)).toBe(false)
    expect(isStamp(nextStamp(Number.MAX_VALUE, [NO_STAMP]))).toBe(true)
  })
})
