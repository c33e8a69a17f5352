import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optimalPartition } from './optimal-partition.ts'

/** Every partition there is, by dynamic programming without any pruning. */
function exhaustive(values: readonly number[], penalty: number, minSegment: number): number {
  const n = values.length
  const best = [-penalty, ...Array<number>(n).fill(Number.POSITIVE_INFINITY)]
  for (let end = minSegment; end <= n; end++)
    for (let begin = 0; begin <= end - minSegment; begin++)
      best[end] = Math.min(best[end] ?? 0, (best[begin] ?? 0) + squares(values.slice(begin, end)) + penalty)
  return best[n] ?? Number.NaN
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

const costOf = (values: readonly number[], changes: readonly number[], penalty: number) =>
  [0, ...changes].reduce((sum, from, i) => sum + squares(values.slice(from, changes[i])), penalty * changes.length)

describe('the optimal partition', () => {
  it('costs no more than any other with segments as long', () => {
    const values = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 })
    const penalties = fc.double({ min: 0.01, max: 200, noNaN: true })
    fc.assert(
      fc.property(values, penalties, fc.integer({ min: 1, max: 9 }), (days, penalty, minSegment) => {
        fc.pre(days.length >= minSegment)
        const changes = optimalPartition(Float64Array.from(days), penalty, minSegment)
        expect(costOf(days, changes, penalty)).toBeCloseTo(exhaustive(days, penalty, minSegment), 6)
        const lengths = [...changes, days.length].map((end, i) => end - (changes[i - 1] ?? 0))
        expect(Math.min(...lengths)).toBeGreaterThanOrEqual(minSegment)
      }),
      { numRuns: 300 },
    )
  })

  it('finds steps where they are', () => {
    const days = Float64Array.from({ length: 90 }, (_, day) => (day < 30 ? 5 : day < 50 ? 9 : 4) + (day % 2))
    expect(optimalPartition(days, 10, 7)).toEqual([30, 50])
  })

  it('has no change where values are too few or all the same', () => {
    expect(optimalPartition(new Float64Array(13), 1, 7)).toEqual([])
    expect(optimalPartition(new Float64Array(0), 1, 7)).toEqual([])
    expect(optimalPartition(new Float64Array(500).fill(7), 1, 7)).toEqual([])
  })

  it('keeps its digits far from zero', () => {
    const days = Float64Array.from({ length: 60 }, (_, day) => 1e9 + (day < 30 ? 0 : 3) + (day % 2))
    expect(optimalPartition(days, 5, 7)).toEqual([30])
  })
})
