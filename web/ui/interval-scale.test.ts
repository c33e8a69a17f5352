import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalPlaces } from './interval-scale.ts'

test('an interval lies in order on a track that holds what it is beside', () => {
  const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(figure, figure, figure, figure, (a, b, c, reference) => {
      const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y)
      const places = intervalPlaces(low, value, high, reference)
      for (const place of Object.values(places)) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(100)
      }
      expect(places.low).toBeLessThanOrEqual(places.value)
      expect(places.value).toBeLessThanOrEqual(places.high)
    }),
  )
})

test('what it is beside lies on the side on which the interval is not', () => {
  expect(intervalPlaces(600, 1200, 1800).reference).toBeLessThan(intervalPlaces(600, 1200, 1800).low)
  expect(intervalPlaces(6.1, 6.4, 6.6, 7).reference).toBeGreaterThan(intervalPlaces(6.1, 6.4, 6.6, 7).high)
  expect(intervalPlaces(-3, -2, -1).reference).toBeGreaterThan(intervalPlaces(-3, -2, -1).high)
})

test('what has no extent lies in the middle', () => {
  expect(intervalPlaces(0, 0, 0)).toEqual({ reference: 50, value: 50, low: 50, high: 50 })
  expect(intervalPlaces(Number.NaN, Number.NaN, Number.NaN).value).toBe(50)
})
