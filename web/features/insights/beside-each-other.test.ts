import { expect, test } from 'vitest'
import { besideEachOther } from './beside-each-other.ts'

test('dots of a rating are moved apart, each nearer to its own value than to any other', () => {
  const ratings = Float64Array.from({ length: 200 }, (_, index) => 1 + (index % 5))
  const moved = besideEachOther(ratings)
  expect(new Set(moved).size).toBe(200)
  expect([...moved].map(Math.round)).toEqual([...ratings])
})

test('values that differ anyway stay where they are', () => {
  const steps = Float64Array.from({ length: 50 }, (_, index) => 5000 + 13 * index)
  expect(besideEachOther(steps)).toBe(steps)
  expect(besideEachOther(new Float64Array(0))).toHaveLength(0)
})
