import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { oracle, oracleSeries, oraclesPresent } from '../../../scripts/insight/oracle.ts'
import { MAD_TO_SD, median, medianAbsoluteDeviation, observed, quantile, ranks, selectIn } from './order-statistics.ts'

const Description = z.object({
  desc: z.object({ median: z.number(), mad: z.number(), q: z.array(z.number()) }),
})
const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

describe.skipIf(!oraclesPresent)("R's figures", () => {
  const figures = oraclesPresent ? oracle('oracle_R.json', z.record(z.string(), z.unknown())) : {}

  it.each(Object.entries(oraclesPresent ? oracleSeries() : {}))('median, MAD and quantiles: %s', (name, { y }) => {
    const { desc } = z.parse(Description, figures[name])
    const values = observed(y)
    const near = (ours: number, theirs: number) =>
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(theirs)))
    near(median(values), desc.median)
    near(medianAbsoluteDeviation(values) * MAD_TO_SD, desc.mad)
    PROBABILITIES.forEach((p, i) => {
      near(quantile(values, p), desc.q[i] ?? Number.NaN)
    })
  })
})

describe('order statistics', () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1 })

  it('the selected place holds what it holds when all are sorted', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, at) => {
        const k = at % values.length
        expect(selectIn(Float64Array.from(values), k)).toBe(Float64Array.from(values).sort()[k])
      }),
    )
    // Few different values, and all the same.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1 }), (values) => {
        expect(median(values)).toBe(quantile(values, 0.5))
      }),
    )
  })

  it('leave what they are given as it was', () => {
    const values = Float64Array.of(3, 1, 2)
    median(values)
    quantile(values, 0.3)
    ranks(values)
    expect([...values]).toEqual([3, 1, 2])
  })

  it('of nothing are NaN', () => {
    expect(median([])).toBeNaN()
    expect(quantile([], 0.5)).toBeNaN()
    expect(medianAbsoluteDeviation([])).toBeNaN()
    expect([...observed([Number.NaN])]).toEqual([])
  })

  it('equal values share their rank', () => {
    expect([...ranks([10, 20, 10, 5])]).toEqual([2.5, 4, 2.5, 1])
  })
})
