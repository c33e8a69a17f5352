import { describe, expect, it } from 'vitest'
import { fillGaps } from '../classical/fill-gaps.ts'
import { oraclesPresent } from '../oracle.ts'
import { exponentialSmoothing } from './exponential-smoothing.ts'
import { figuresOf, mismatches } from './figures.ts'
import { at } from './linear-model.ts'

describe.skipIf(!oraclesPresent)('exponential smoothing with given weights and first states', () => {
  it.each(figuresOf('oracle_R.json', 'na_interp_linear'))('na_interp_linear: $name', ({ y, theirs }) => {
    expect(mismatches([...fillGaps(y)], theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'ses_fixed'))('ses_fixed: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const level = at(values, 0)
    // HoltWinters takes its first state from the first day and its first error from the second.
    const found = exponentialSmoothing(values.subarray(1), { alpha: 0.3, level })
    expect(mismatches({ alpha: 0.3, l0: level, level_end: found.level, sse: found.squares }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'holt_fixed'))('holt_fixed: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const level = at(values, 1)
    const trend = level - at(values, 0)
    const found = exponentialSmoothing(values.subarray(2), { alpha: 0.3, level, beta: 0.1, trend })
    const given = { alpha: 0.3, beta: 0.1, l_start: level, b_start: trend }
    expect(
      mismatches({ ...given, end: [found.level, found.trend], sse: found.squares, fc: found.forecast(10) }, theirs),
    ).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'ses_known'))('ses_known: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const found = exponentialSmoothing(values, { alpha: 0.3, level: at(values, 0) })
    const ours = { alpha: 0.3, l0: at(values, 0), fitted_last5: found.fitted.slice(-5), fc1: found.level }
    expect(mismatches({ ...ours, sse: found.squares }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'holt_known'))('holt_known: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const given = { alpha: 0.3, beta: 0.1, level: at(values, 0), trend: at(values, 1) - at(values, 0) }
    const found = exponentialSmoothing(values, given)
    const note = Object(theirs).note
    expect(mismatches({ alpha: 0.3, beta: 0.1, note, fc: found.forecast(10), sse: found.squares }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'damped_known'))('damped_known: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const given = { alpha: 0.3, beta: 0.1, damping: 0.9, level: at(values, 0), trend: at(values, 1) - at(values, 0) }
    const found = exponentialSmoothing(values, given)
    expect(mismatches({ alpha: 0.3, beta: 0.1, phi: 0.9, fc: found.forecast(30), sse: found.squares }, theirs)).toEqual(
      [],
    )
  })

  it.each(figuresOf('oracle_py.json', 'hw7_damped_known'))('hw7_damped_known: $name', ({ y, theirs }) => {
    const values = fillGaps(y)
    const season: number[] = Object(theirs).s0
    const given = { alpha: 0.2, beta: 0.05, gamma: 0.1, damping: 0.95, level: at(values, 0), trend: 0, season }
    const found = exponentialSmoothing(values, given)
    const states = { alpha: 0.2, beta: 0.05, gamma: 0.1, phi: 0.95, l0: at(values, 0), b0: 0, s0: season }
    // statsmodels forecasts the last day's weekday as if that day had taught nothing about it.
    const taught = 0.1 * (at(values, values.length - 1) - at(found.fitted, values.length - 1))
    const fc = found.forecast(14).map((value, ahead) => (ahead % 7 === 6 ? value - taught : value))
    expect(mismatches({ ...states, fc, sse: found.squares }, theirs)).toEqual([])
  })

  it('have figures to be compared with', () => {
    expect(figuresOf('oracle_py.json', 'hw7_damped_known').length).toBeGreaterThan(10)
  })
})
