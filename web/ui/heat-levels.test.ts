import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heatLevel, quartiles } from './heat-levels.ts'

test('nothing recorded is level 0, and zero is not nothing', () => {
  expect(heatLevel(Number.NaN, [1, 2, 3])).toBe(0)
  expect(heatLevel(0, [1, 2, 3])).toBe(1)
})

test('a threshold belongs to the level it begins', () => {
  expect([0.9, 1, 2, 3].map((value) => heatLevel(value, [1, 2, 3]))).toEqual([1, 2, 3, 4])
})

test('quartiles put a quarter of the recorded days on each level', () => {
  const values = Float64Array.from([Number.NaN, 8, 1, 2, 3, 4, Number.NaN, 5, 6, 7])
  const bounds = quartiles(values)
  const counts = [0, 0, 0, 0, 0]
  for (const value of values) {
    const level = heatLevel(value, bounds)
    counts[level] = (counts[level] ?? 0) + 1
  }
  expect(counts).toEqual([2, 2, 2, 2, 2])
})

test('nothing recorded at all has thresholds too', () => {
  expect(quartiles(new Float64Array())).toEqual([0, 0, 0])
})

test('a larger value never has a lower level', () => {
  const some = fc.float64Array({ minLength: 2, noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(some, (values) => {
      const bounds = quartiles(values)
      const levels = values.toSorted().map((value) => heatLevel(value, bounds))
      expect(levels).toEqual(levels.toSorted())
    }),
  )
})
