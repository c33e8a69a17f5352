import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { padme } from './padme.ts'

describe('padding', () => {
  it('[E2] gives the lengths of the paper', () => {
    const lengths = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 100, 129, 257, 1000, 1025, 65_535, 65_537]
    expect(lengths.map(padme)).toEqual([1, 2, 3, 4, 7, 8, 10, 16, 16, 18, 104, 144, 272, 1024, 1088, 65_536, 67_584])
  })

  it('[E2] never cuts, adds at most 12 percent, is stable, and leaves few lengths apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (length) => {
        const padded = padme(length)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1)
        expect(padme(padded)).toBe(padded)
        expect(padme(length + 1)).toBeGreaterThanOrEqual(padded)
      }),
    )
    const lengths = new Set(Array.from({ length: 64 * 1024 }, (_, index) => padme(index + 1)))
    expect(lengths.size).toBeLessThan(240)
  })
})
