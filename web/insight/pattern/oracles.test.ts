import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { oracle, oracleSeries, oraclesPresent } from '../../../scripts/insight/oracle.ts'
import { theilSenSlope } from '../numerics/theil-sen.ts'
import { associate, isTested } from './association.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { type Variate, variatesOf } from './variate.ts'

const Scan = z.object({
  keys: z.array(z.string()),
  tests: z.array(
    z.object({
      x: z.string(),
      y: z.string(),
      lag: z.number(),
      n: z.number(),
      df: z.number(),
      b: z.number(),
      se: z.number(),
      r: z.number(),
      p: z.number(),
      q: z.number(),
    }),
  ),
})
const Adjusted = z.object({
  tables: z.object({ p_adjust: z.object({ p: z.array(z.number()), BH: z.array(z.number()) }) }),
})

const near = (ours: number, theirs: number, tolerance: number) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(theirs)))

describe.skipIf(!oraclesPresent)('reference results', () => {
  it('the association scan of numpy: 90 tests at lags 0 to 7, with n, degrees of freedom, slope, error, r, p and q', () => {
    const { tests } = oracle('assoc_scan.json', Scan)
    const series = oracleSeries()
    const variates = new Map<string, Variate>()
    const variate = (metric: string): Variate => {
      const known = variates.get(metric)
      if (known !== undefined) return known
      const { y = new Float64Array(), wd0 = 0 } = series[metric] ?? {}
      const [made] = variatesOf({
        metric,
        first: 4 + wd0,
        values: y,
        n: y.filter((value) => !Number.isNaN(value)).length,
      })
      if (made === undefined) throw new Error(metric)
      variates.set(metric, made)
      return made
    }
    expect(tests).toHaveLength(90)
    const found = tests.map((theirs) => {
      const ours = associate(variate(theirs.x), variate(theirs.y), theirs.lag)
      if (!isTested(ours)) throw new Error('not tested')
      expect(ours).toMatchObject({ n: theirs.n, freedom: theirs.df })
      near(ours.slope, theirs.b, 1e-8)
      near(ours.slopeError, theirs.se, 1e-8)
      near(ours.r, theirs.r, 1e-8)
      near(ours.p, theirs.p, 1e-8)
      return ours.p
    })
    falseDiscoveryRates(found).forEach((rate, i) => {
      near(rate, tests[i]?.q ?? Number.NaN, 1e-8)
    })
  })

  it("R's p.adjust", () => {
    const { p, BH } = oracle('oracle_R.json', Adjusted).tables.p_adjust
    falseDiscoveryRates(p).forEach((rate, i) => {
      near(rate, BH[i] ?? Number.NaN, 1e-12)
    })
  })

  const slopes = oraclesPresent ? oracle('oracle_py.json', z.record(z.string(), z.unknown())) : {}
  const Slope = z.object({ theil_sen: z.optional(z.object({ slope: z.number() })) })

  it.each(Object.entries(oraclesPresent ? oracleSeries() : {}))("scipy's Theil-Sen slope: %s", (name, { y }) => {
    const theirs = z.parse(Slope, slopes[name]).theil_sen
    if (theirs !== undefined) near(theilSenSlope(y), theirs.slope, 1e-10)
  })
})
