import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, medianAbsoluteDeviation } from '../numerics/order-statistics.ts'
import { SortedWindow } from './sorted-window.ts'

const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 60,
})

describe('a window of numbers', () => {
  it('gives the order statistics of what is in it, however it came to be there', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 20 }), (values, width) => {
        const window = new SortedWindow(width)
        for (const [i, value] of values.entries()) {
          if (i >= width) window.remove(values[i - width] ?? Number.NaN)
          window.add(value)
          const own = values.slice(Math.max(0, i + 1 - width), i + 1)
          expect(window.size).toBe(own.length)
          expect(window.median()).toBe(median(own))
          expect(window.medianAbsoluteDeviation()).toBe(medianAbsoluteDeviation(own))
        }
      }),
    )
  })

  it('finds the nearest numbers to any centre', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -10, max: 10, noNaN: true }), fc.nat(), (values, centre, at) => {
        const window = new SortedWindow(values.length)
        for (const value of values) window.add(value)
        const distances = values.map((value) => Math.abs(value - centre)).sort((a, b) => a - b)
        const rank = (at % values.length) + 1
        expect(window.distance(centre, rank)).toBe(distances[rank - 1])
      }),
    )
  })

  it('of nothing has no median', () => {
    expect(new SortedWindow(3).median()).toBeNaN()
    expect(new SortedWindow(3).medianAbsoluteDeviation()).toBeNaN()
  })

  it('does not take more than it holds, nor give back what it has not', () => {
    const window = new SortedWindow(1)
    window.add(1)
    expect(() => window.add(2)).toThrow(RangeError)
    expect(() => window.remove(2)).toThrow(RangeError)
  })
})
