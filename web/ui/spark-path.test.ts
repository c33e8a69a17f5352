import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sparkPath } from './spark-path.ts'

test('the highest value stands at the top and the lowest at the bottom', () => {
  expect(sparkPath([1, 3, 2], 20, 10, 0).line).toBe('M0 10L10 0L20 5')
})

test('a gap breaks the line', () => {
  const { line, dots } = sparkPath([1, 2, Number.NaN, 2, 1], 40, 10, 0)
  expect(line).toBe('M0 10L10 0M30 0L40 10')
  expect(dots).toBe('')
})

test('a day that stands alone is a dot', () => {
  expect(sparkPath([Number.NaN, 5, Number.NaN], 20, 10, 0)).toEqual({ line: '', dots: 'M10 5h0' })
  expect(sparkPath([5], 20, 10, 0)).toEqual({ line: '', dots: 'M10 5h0' })
})

test('equal values lie in the middle', () => {
  expect(sparkPath([4, 4], 20, 10, 0).line).toBe('M0 5L20 5')
})

test('nothing recorded draws nothing', () => {
  expect(sparkPath([], 20, 10, 0)).toEqual({ line: '', dots: '' })
  expect(sparkPath([Number.NaN, Number.NaN], 20, 10, 0)).toEqual({ line: '', dots: '' })
})

test('every recorded day is drawn once, inside the box', () => {
  const value = fc.oneof(fc.constant(Number.NaN), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), (values) => {
      const { line, dots } = sparkPath(values, 150, 34, 3)
      const points = [...(line + dots).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)]
      expect(points).toHaveLength(values.filter((one) => !Number.isNaN(one)).length)
      for (const [, x, y] of points) {
        expect(Number(x)).toBeGreaterThanOrEqual(3)
        expect(Number(x)).toBeLessThanOrEqual(147)
        expect(Number(y)).toBeGreaterThanOrEqual(3)
        expect(Number(y)).toBeLessThanOrEqual(31)
      }
    }),
  )
})
