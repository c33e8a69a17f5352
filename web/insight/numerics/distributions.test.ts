import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { oracle, oraclesPresent } from '../../../scripts/insight/oracle.ts'
import { fQuantile, fUpperTail } from './f-distribution.ts'
import { chiSquaredUpperTail, logGamma } from './gamma.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { tCdf, tQuantile, tTwoSided } from './student-t.ts'

const Tables = z.object({
  tables: z.object({
    t_two_sided: z.array(z.object({ t: z.number(), df: z.number(), p: z.number() })),
    t_quantile: z.array(z.object({ p: z.number(), df: z.number(), q: z.number() })),
    F_sf: z.array(z.object({ F: z.number(), d1: z.number(), d2: z.number(), p: z.number() })),
    norm_q: z.array(z.object({ p: z.number(), q: z.number() })),
    chisq_sf: z.array(z.object({ x: z.number(), df: z.number(), p: z.number() })),
  }),
})

describe.skipIf(!oraclesPresent)("R's tables", () => {
  const tables = oraclesPresent ? oracle('oracle_R.json', Tables).tables : undefined

  it('of t, F, normal and chi-squared are met to 1e-10 of themselves', () => {
    const near = (ours: number, theirs: number) => expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-10)
    for (const { t, df, p } of tables?.t_two_sided ?? []) near(tTwoSided(t, df), p)
    for (const { p, df, q } of tables?.t_quantile ?? []) near(tQuantile(p, df), q)
    for (const { F, d1, d2, p } of tables?.F_sf ?? []) near(fUpperTail(F, d1, d2), p)
    for (const { p, q } of tables?.norm_q ?? []) near(normalQuantile(p), q)
    for (const { x, df, p } of tables?.chisq_sf ?? []) near(chiSquaredUpperTail(x, df), p)
  })
})

describe('the distributions', () => {
  const probability = fc.double({ min: 0.0001, max: 0.9999, noNaN: true })
  const freedom = fc.double({ min: 1, max: 5000, noNaN: true })

  it('a quantile is where the distribution function has its probability', () => {
    fc.assert(
      fc.property(probability, freedom, freedom, (p, df, df2) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12)
        expect(tCdf(tQuantile(p, df), df)).toBeCloseTo(p, 9)
        expect(1 - fUpperTail(fQuantile(p, df, df2), df, df2)).toBeCloseTo(p, 8)
      }),
    )
  })

  it('F of one degree of freedom is the square of t', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), freedom, (t, df) => {
        expect(fUpperTail(t * t, 1, df)).toBeCloseTo(tTwoSided(t, df), 12)
      }),
    )
  })

  it('t nears the normal as its degrees of freedom grow', () => {
    expect(tCdf(1.3, 1e7)).toBeCloseTo(normalCdf(1.3), 7)
    expect(tQuantile(0.025, 1e7)).toBeCloseTo(normalQuantile(0.025), 6)
  })

  it('the tails stay exact where the rest is 1: no p-value is 0 that is only small', () => {
    // R: 2 * pt(-40, 100), 2 * pnorm(-10) and pf(300, 6, 400, lower.tail = FALSE) are of this size.
    expect(tTwoSided(40, 100)).toBeGreaterThan(1e-64)
    expect(tTwoSided(40, 100)).toBeLessThan(1e-62)
    expect(2 * normalCdf(-10)).toBeCloseTo(1.523970604832e-23, 33)
    expect(fUpperTail(300, 6, 400)).toBeGreaterThan(0)
  })

  it('the ends are taken: zero, infinity, certainty', () => {
    expect(tTwoSided(0, 5)).toBe(1)
    expect(tTwoSided(Number.POSITIVE_INFINITY, 5)).toBe(0)
    expect(fUpperTail(0, 6, 20)).toBe(1)
    expect(fUpperTail(Number.POSITIVE_INFINITY, 6, 20)).toBe(0)
    expect(tQuantile(0.5, 3)).toBe(0)
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
    expect(chiSquaredUpperTail(0, 3)).toBe(1)
  })

  it('the gamma function of whole numbers is a factorial', () => {
    let factorial = 1
    for (let n = 1; n < 60; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10)
      factorial *= n
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
  })
})
