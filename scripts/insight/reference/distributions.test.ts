import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fUpperTail } from '../../../web/insight/numerics/f-distribution.ts'
import { chiSquaredUpperTail } from '../../../web/insight/numerics/gamma.ts'
import { normalQuantile } from '../../../web/insight/numerics/normal.ts'
import {
  MAD_TO_SD,
  median,
  medianAbsoluteDeviation,
  observed,
  quantile,
} from '../../../web/insight/numerics/order-statistics.ts'
import { tQuantile, tTwoSided } from '../../../web/insight/numerics/student-t.ts'
import { oraclesPresent } from '../oracle.ts'
import { figuresIn, figuresOf, mismatches } from './figures.ts'
import { benjaminiHochberg, benjaminiYekutieli, holm } from './p-adjust.ts'
import { deviationOf, meanOf } from './summary.ts'

const numbers = z.array(z.number())
const Tables = z.object({
  t_two_sided: z.array(z.object({ t: z.number(), df: z.number(), p: z.number() })),
  t_quantile: z.array(z.object({ p: z.number(), df: z.number(), q: z.number() })),
  F_sf: z.array(z.object({ F: z.number(), d1: z.number(), d2: z.number(), p: z.number() })),
  norm_q: z.array(z.object({ p: z.number(), q: z.number() })),
  chisq_sf: z.array(z.object({ x: z.number(), df: z.number(), p: z.number() })),
  p_adjust: z.object({ p: numbers, BH: numbers, BY: numbers, holm: numbers }),
})
const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

describe.skipIf(!oraclesPresent)('descriptions and tables', () => {
  it.each(figuresOf('oracle_R.json', 'desc'))('n, n_obs and desc: $name', ({ name, y, theirs }) => {
    const days = observed(y)
    const desc = {
      mean: meanOf(y),
      sd: deviationOf(y),
      median: median(days),
      mad: MAD_TO_SD * medianAbsoluteDeviation(days),
      q: PROBABILITIES.map((p) => quantile(days, p)),
    }
    expect(mismatches(desc, theirs)).toEqual([])
    const { n = null, n_obs = null } = figuresIn('oracle_R.json')[name] ?? {}
    expect(mismatches([y.length, days.length], [n, n_obs])).toEqual([])
  })

  const { tables = {} } = figuresIn('oracle_R.json')

  it('t_two_sided, t_quantile, F_sf, norm_q and chisq_sf', () => {
    const { t_two_sided, t_quantile, F_sf, norm_q, chisq_sf } = Tables.parse(tables)
    for (const row of t_two_sided) expect(mismatches({ ...row, p: tTwoSided(row.t, row.df) }, row)).toEqual([])
    for (const row of t_quantile) expect(mismatches({ ...row, q: tQuantile(row.p, row.df) }, row)).toEqual([])
    for (const row of F_sf) expect(mismatches({ ...row, p: fUpperTail(row.F, row.d1, row.d2) }, row)).toEqual([])
    for (const row of norm_q) expect(mismatches({ ...row, q: normalQuantile(row.p) }, row)).toEqual([])
    for (const row of chisq_sf) expect(mismatches({ ...row, p: chiSquaredUpperTail(row.x, row.df) }, row)).toEqual([])
  })

  it('p_adjust: BH, BY and holm', () => {
    const { p_adjust } = Tables.parse(tables)
    const { p } = p_adjust
    expect(mismatches({ p, BH: benjaminiHochberg(p), BY: benjaminiYekutieli(p), holm: holm(p) }, p_adjust)).toEqual([])
  })
})
