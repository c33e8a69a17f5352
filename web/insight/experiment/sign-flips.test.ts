import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { signFlips } from './sign-flips.ts'

/** Every flip of the signs, one after the other. */
function slowP(differences: readonly number[]): number {
  const total = differences.reduce((sum, d) => sum + d, 0)
  let above = 0
  let below = 0
  for (let flips = 0; flips < 2 ** differences.length; flips++) {
    const sum = differences.reduce((all, d, i) => all + ((flips >> i) % 2 === 1 ? -d : d), 0)
    if (sum >= total) above++
    if (sum <= total) below++
  }
  return Math.min(1, (2 * Math.min(above, below)) / 2 ** differences.length)
}

// Whole numbers, so that sums are exact and a tie is a tie.
const differences = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 9 })

describe('sign flips', () => {
  it('give the p of going through all flips', () => {
    fc.assert(
      fc.property(differences, (all) => {
        expect(signFlips(all).p).toBeCloseTo(slowP(all), 12)
      }),
    )
  })

  it('reject zero at 5 % just when the interval does not hold it', () => {
    let rejected = 0
    fc.assert(
      fc.property(differences, fc.integer({ min: -40, max: 40 }), (all, shift) => {
        const moved = all.map((d) => d + shift)
        const { p, ci95 } = signFlips(moved)
        const isOutside = ci95[0] > 0 || ci95[1] < 0
        expect(isOutside).toBe(p <= 0.05)
        if (isOutside) rejected++
      }),
      { numRuns: 300 },
    )
    expect(rejected).toBeGreaterThan(30)
  })

  it('turn round and move with the differences', () => {
    fc.assert(
      fc.property(differences, (all) => {
        const { difference, ci95, p } = signFlips(all)
        expect(ci95[0] <= difference && difference <= ci95[1]).toBe(true)
        const turned = signFlips(all.map((d) => -d))
        expect(turned.p).toBe(p)
        expect(turned.ci95[0]).toBeCloseTo(-ci95[1], 10)
        const moved = signFlips(all.map((d) => d + 8))
        expect(moved.ci95[0]).toBeCloseTo(ci95[0] + 8, 10)
      }),
    )
  })

  it.each([6, 8, 12])('of %i pairs hold the truth in 95 of 100 or more, and no more often than said', (pairs) => {
    const persons = pairs === 12 ? 300 : 1500
    let held = 0
    let coverage = 0
    const random = seededRandom(31)
    for (let person = 0; person < persons; person++) {
      const found = signFlips(Array.from({ length: pairs }, () => 2 + normalOf(random)))
      coverage = found.coverage
      if (found.ci95[0] <= 2 && found.ci95[1] >= 2) held++
    }
    expect(coverage).toBeGreaterThanOrEqual(0.95)
    expect(Math.abs(held / persons - coverage)).toBeLessThan(0.03)
  })
})
