import { describe, expect, it } from 'vitest'
import { fUpperTail } from '../../../web/insight/numerics/f-distribution.ts'
import { tTwoSided } from '../../../web/insight/numerics/student-t.ts'
import { oraclesPresent } from '../oracle.ts'
import { figuresOf, LIKELIHOOD, mismatches } from './figures.ts'
import { glsAr1, glsAr1Estimated } from './gls-ar1.ts'
import { at, linearModel } from './linear-model.ts'
import { neweyWestErrors } from './newey-west.ts'

const recordedDays = (y: Float64Array) => [...y.keys()].filter((day) => !Number.isNaN(y[day]))
const valuesOn = (y: Float64Array, days: readonly number[]) => days.map((day) => at(y, day))
const line = (days: readonly number[]) => days.map((day) => [1, day])

describe.skipIf(!oraclesPresent)('least squares with independent errors', () => {
  it.each(figuresOf('oracle_R.json', 'ols_trend_weekday'))('ols_trend_weekday: $name', ({ y, wd0, theirs }) => {
    const days = recordedDays(y)
    const values = valuesOn(y, days)
    // Monday is what the others are held against.
    const weekdays = (day: number) => [1, 2, 3, 4, 5, 6].map((weekday) => ((day + wd0) % 7 === weekday ? 1 : 0))
    const { coef, se, squares, df } = linearModel(
      days.map((day) => [1, day, ...weekdays(day)]),
      values,
    )
    const F = (linearModel(line(days), values).squares - squares) / 6 / (squares / df)
    const t = coef.map((value, i) => value / at(se, i))
    const p = t.map((value) => tTwoSided(value, df))
    const ours = { coef, se, t, p, sigma: Math.sqrt(squares / df), weekday_F: { F, p: fUpperTail(F, 6, df) } }
    expect(mismatches(ours, theirs)).toEqual([])
  })
})

describe.skipIf(!oraclesPresent)('errors that allow for autocorrelation', () => {
  const LAGS = [3, 7] as const
  it.each(
    LAGS.flatMap((lag) => figuresOf('oracle_R.json', `nw_trend_lag${lag}`).map((figure) => ({ lag, ...figure }))),
  )('nw_trend_lag3 and nw_trend_lag7: $name, $lag', ({ y, theirs, lag }) => {
    const days = recordedDays(y)
    const model = linearModel(line(days), valuesOn(y, days))
    const se = neweyWestErrors(model, line(days), lag, false)
    expect(mismatches({ se, se_adj: neweyWestErrors(model, line(days), lag, true) }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'ols_lag1_hac4'))('ols_lag1_hac4: $name', ({ y, theirs }) => {
    const days = recordedDays(y).filter((day) => !Number.isNaN(at(y, day - 1)))
    const rows = days.map((day) => [1, at(y, day - 1)])
    const model = linearModel(rows, valuesOn(y, days))
    const ours = { coef: model.coef, se_ols: model.se, se_hac: neweyWestErrors(model, rows, 4, false) }
    expect(mismatches(ours, theirs)).toEqual([])
  })
})

describe.skipIf(!oraclesPresent)('generalised least squares with AR(1) errors', () => {
  const PHIS = [0.3, 0.6] as const
  it.each(
    PHIS.flatMap((phi) => figuresOf('oracle_R.json', `gls_car1_phi${phi}`).map((figure) => ({ phi, ...figure }))),
  )('gls_car1_phi0.3 and gls_car1_phi0.6: $name, $phi', ({ y, theirs, phi }) => {
    const days = recordedDays(y)
    expect(mismatches(glsAr1(line(days), valuesOn(y, days), days, phi), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'gls_car1_estimated'))('gls_car1_estimated: $name', ({ y, theirs }) => {
    const days = recordedDays(y)
    expect(mismatches(glsAr1Estimated(line(days), valuesOn(y, days), days), theirs, LIKELIHOOD)).toEqual([])
  })

  it('has figures to be compared with', () => {
    expect(figuresOf('oracle_R.json', 'gls_car1_estimated').length).toBe(15)
  })
})
