import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOn, plotAxis } from './plot-axis.ts'

test('an axis holds every value and has at most the labels asked for, all inside', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }),
      fc.integer({ min: 1, max: 8 }),
      (values, most) => {
        const axis = plotAxis(values, most, String)
        for (const value of values) {
          expect(placeOn(axis, value)).toBeGreaterThanOrEqual(0)
          expect(placeOn(axis, value)).toBeLessThanOrEqual(1)
        }
        expect(axis.ticks.length).toBeLessThanOrEqual(Math.max(1, most))
        for (const { at } of axis.ticks) {
          expect(placeOn(axis, at)).toBeGreaterThanOrEqual(0)
          expect(placeOn(axis, at)).toBeLessThanOrEqual(1)
        }
      },
    ),
  )
})

test('labels are round', () => {
  expect(plotAxis([6.1, 9.2], 4, String).ticks.map(({ text }) => text)).toEqual(['7', '8', '9'])
  expect(plotAxis([2300, 14_100], 3, String).ticks.map(({ text }) => text)).toEqual(['5000', '10000'])
})

test('one value, or none, is an axis too', () => {
  expect(plotAxis([5], 3, String)).toEqual({ low: 4, high: 6, ticks: [{ at: 5, text: '5' }] })
  expect(plotAxis([], 3, String).ticks).toEqual([])
})
