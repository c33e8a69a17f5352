import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelRule, smoothedLevel } from './level.ts'

const gap = Number.NaN
const rule = { width: 3, minimum: 2, bridge: 1 }
const values = fc
  .array(fc.oneof(fc.constant(gap), fc.integer({ min: 0, max: 1000 })), { maxLength: 60 })
  .map((days) => Float64Array.from(days))

describe('the smoothed level', () => {
  it('is the mean of the day and its neighbours', () => {
    expect([...smoothedLevel(Float64Array.of(1, 2, 6, 4), rule)]).toEqual([1.5, 3, 4, 5])
  })
  it('leaves unrecorded days out of the mean', () => {
    expect([...smoothedLevel(Float64Array.of(4, gap, 8), rule)]).toEqual([gap, 6, gap])
  })
  it('is open inside a gap longer than it may bridge', () => {
    const wide = { width: 7, minimum: 1, bridge: 2 }
    const level = smoothedLevel(Float64Array.of(5, gap, gap, 5, gap, gap, gap, 5), wide)
    expect([...level]).toEqual([5, 5, 5, 5, gap, gap, gap, 5])
  })
  it('is open where the window has too few days', () => {
    expect([...smoothedLevel(Float64Array.of(gap, 3, gap, gap), rule)]).toEqual([gap, gap, gap, gap])
  })
  it('of an even width looks one day further back than ahead', () => {
    const even = { width: 4, minimum: 1, bridge: 9 }
    expect([...smoothedLevel(Float64Array.of(0, 0, 4, 4, 8), even)]).toEqual([0, 4 / 3, 2, 4, 16 / 3])
  })
  it('is the naive mean of the window', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 6 }), (days, width, minimum) => {
        const level = smoothedLevel(days, { width, minimum, bridge: Number.POSITIVE_INFINITY })
        const before = Math.floor(width / 2)
        days.forEach((_, day) => {
          const window = [...days.slice(Math.max(0, day - before), day - before + width)].filter(
            (value) => !Number.isNaN(value),
          )
          const mean = window.length < minimum ? gap : window.reduce((a, b) => a + b, 0) / window.length
          if (Number.isNaN(mean)) expect(level[day]).toBeNaN()
          else expect(level[day]).toBeCloseTo(mean, 9)
        })
      }),
    )
  })
  it('takes a week for up to three months and a fortnight for longer', () => {
    expect(levelRule(7).width).toBe(7)
    expect(levelRule(90).width).toBe(7)
    expect(levelRule(180).width).toBe(14)
  })
})
