import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { oracle, oracleSeries, oraclesPresent } from '../../../scripts/insight/oracle.ts'
import { fUpperTail } from '../numerics/f-distribution.ts'
import { adjust } from './adjustment.ts'
import { designFor } from './design.ts'
import { fitGls } from './gls.ts'

const Gls = z.object({ coef: z.array(z.number()), se: z.array(z.number()), sigma: z.number() })
const Figures = z.object({
  ols_trend_weekday: z.optional(
    z.object({
      coef: z.array(z.number()),
      se: z.array(z.number()),
      sigma: z.number(),
      weekday_F: z.object({ F: z.number(), p: z.number() }),
    }),
  ),
  'gls_car1_phi0.3': z.optional(Gls),
  'gls_car1_phi0.6': z.optional(Gls),
})
const Scan = z.object({
  phi: z.array(z.number()),
  n_params: z.array(z.number()),
  adjusted_first10: z.record(z.string(), z.array(z.nullable(z.number()))),
})

/** Day 0 of a series whose first day is weekday `wd0`: 1970-01-05 was a Monday. */
const firstDay = (wd0: number) => 4 + wd0
const near = (ours: number, theirs: number, tolerance: number) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(theirs)))

describe.skipIf(!oraclesPresent)('figures of R', () => {
  const figures = oraclesPresent ? oracle('oracle_R.json', z.record(z.string(), z.unknown())) : {}
  const series = oraclesPresent ? Object.entries(oracleSeries()) : []
  let compared = 0

  it.each(series)('gls corCAR1 at a fixed phi, and OLS with trend, weekday and F: %s', (name, { y, wd0 }) => {
    const theirs = z.parse(Figures, figures[name])
    const line = { ...designFor(y, firstDay(wd0), 2), hasWeekdays: false, columns: 2 }
    for (const phi of [0.3, 0.6] as const) {
      const gls = theirs[`gls_car1_phi${phi}`]
      if (gls === undefined) continue
      const fit = fitGls(y, line, phi)
      const days = y.length - 1
      const [start = Number.NaN, end = Number.NaN] = fit.coefficients
      near(start, gls.coef[0] ?? Number.NaN, 1e-8)
      near((end - start) / days, gls.coef[1] ?? Number.NaN, 1e-8)
      const sigma = Math.sqrt(fit.residual / fit.freedom)
      near(sigma, gls.sigma, 1e-8)
      near(sigma * Math.sqrt(fit.varianceFactor([1, 0])), gls.se[0] ?? Number.NaN, 1e-8)
      near((sigma * Math.sqrt(fit.varianceFactor([-1, 1]))) / days, gls.se[1] ?? Number.NaN, 1e-8)
      compared++
    }
    const ols = theirs.ols_trend_weekday
    if (ols === undefined) return
    const fit = fitGls(y, designFor(y, firstDay(wd0), 2), 0)
    const sigma = Math.sqrt(fit.residual / fit.freedom)
    near(sigma, ols.sigma, 1e-8)
    const explained = fit.explained.slice(2).reduce((sum, value) => sum + value, 0)
    const f = explained / 6 / (fit.residual / fit.freedom)
    near(f, ols.weekday_F.F, 1e-8)
    near(fUpperTail(f, 6, fit.freedom), ols.weekday_F.p, 1e-8)
    // Theirs are differences from Monday, ours from Sunday.
    const monday = fit.coefficients[2] ?? Number.NaN
    for (let weekday = 1; weekday < 7; weekday++) {
      const ours = (weekday === 6 ? 0 : (fit.coefficients[2 + weekday] ?? Number.NaN)) - monday
      near(ours, ols.coef[1 + weekday] ?? Number.NaN, 1e-8)
      const contrast = [0, 0, -1, 0, 0, 0, 0, 0]
      if (weekday < 6) contrast[2 + weekday] = 1
      near(sigma * Math.sqrt(fit.varianceFactor(contrast)), ols.se[1 + weekday] ?? Number.NaN, 1e-8)
    }
    compared++
  })

  it('were there to compare with', () => {
    expect(compared).toBeGreaterThan(40)
  })
})

describe.skipIf(!oraclesPresent)('the association scan of numpy', () => {
  it('has the same adjusted days, columns and autocorrelation', () => {
    const scan = oracle('assoc_scan.json', Scan)
    const series = oracleSeries()
    Object.entries(scan.adjusted_first10).forEach(([name, days], i) => {
      const { y = new Float64Array(), wd0 = 0 } = series[name] ?? {}
      const adjusted = adjust(y, firstDay(wd0))
      expect(adjusted.columns).toBe(scan.n_params[i])
      near(adjusted.phi, scan.phi[i] ?? Number.NaN, 1e-9)
      days.forEach((theirs, day) => {
        if (theirs === null) expect(adjusted.residuals[day]).toBeNaN()
        else near(adjusted.residuals[day] ?? Number.NaN, theirs, 1e-9)
      })
    })
  })
})
