import { describe, expect, it } from 'vitest'
import { oraclesPresent } from '../oracle.ts'
import { ar1, arima011 } from './arima.ts'
import { figuresOf, mismatches } from './figures.ts'
import { smoothLevel } from './level-smoother.ts'
import { meanOf, varianceOf } from './summary.ts'

describe.skipIf(!oraclesPresent)('filters over days with gaps', () => {
  it.each(figuresOf('oracle_R.json', 'arima011_fixed'))('arima011_fixed: $name', ({ y, theirs }) => {
    expect(mismatches({ theta: -0.7, ...arima011(y, -0.7, 10) }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'ar1_fixed'))('ar1_fixed: $name', ({ y, theirs }) => {
    const mean = meanOf(y)
    expect(mismatches({ phi: 0.6, mean, ...ar1(y, 0.6, mean, 10) }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'local_level_known'))('local_level_known: $name', ({ y, theirs }) => {
    const variance = varianceOf(y)
    const first = y.find((value) => !Number.isNaN(value)) ?? Number.NaN
    const model = { phi: 1, noise: variance * 0.5, move: variance * 0.1, level: first, variance: 1e6 }
    const { loglik, filtered, filteredVariance, smoothed, fc, se } = smoothLevel(y, model, 10)
    const ours = { var_eps: model.noise, var_eta: model.move, a0: first, P0: 1e6, loglik }
    const states = { filtered_last: filtered, filtered_var_last: filteredVariance }
    expect(mismatches({ ...ours, ...states, smoothed_mid: smoothed[y.length >> 1], fc, fc_se: se }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'ar1_noise_fixed'))('ar1_noise_fixed: $name', ({ y, theirs }) => {
    const mean = meanOf(y)
    const variance = varianceOf(y)
    const [phi, noise, move] = [0.8, variance * 0.5, variance * 0.2]
    const model = { phi, noise, move, level: 0, variance: move / (1 - phi ** 2) }
    const { loglik, fc, se } = smoothLevel(
      y.map((value) => value - mean),
      model,
      10,
    )
    const params = { 'ar.L1': phi, 'var.measurement_error': noise, sigma2: move }
    const ours = { params, mean, init: 'stationary', loglik, fc: fc.map((value) => value + mean), fc_se: se }
    expect(mismatches(ours, theirs)).toEqual([])
  })
})
