import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { filterLevel, type LevelModel, logLikelihood, stationaryPrior } from './level-filter.ts'

const ORACLES = new URL('../../../../shared/oracles/', import.meta.url).pathname
const present = existsSync(ORACLES)

const numbers = z.array(z.number())
const SERIES = z.record(z.string(), z.object({ y: z.array(z.nullable(z.number())) }))
const STATSMODELS = z.record(
  z.string(),
  z.object({
    local_level_known: z.optional(
      z.object({
        var_eps: z.number(),
        var_eta: z.number(),
        a0: z.number(),
        P0: z.number(),
        loglik: z.number(),
        filtered_last: z.number(),
        filtered_var_last: z.number(),
        fc: numbers,
        fc_se: numbers,
      }),
    ),
    ar1_noise_fixed: z.optional(
      z.object({
        params: z.record(z.string(), z.number()),
        mean: z.number(),
        loglik: z.number(),
        fc: numbers,
        fc_se: numbers,
      }),
    ),
  }),
)
const R = z.record(
  z.string(),
  z.object({
    ar1_fixed: z.optional(
      z.object({ phi: z.number(), mean: z.number(), loglik: z.number(), sigma2: z.number(), fc: numbers, se: numbers }),
    ),
  }),
)

const read = (file: string): unknown => JSON.parse(readFileSync(`${ORACLES}${file}`, 'utf8'))
const series = present ? SERIES.parse(read('series.json')) : {}
const valuesOf = (name: string) => Float64Array.from(series[name]?.y ?? [], (value) => value ?? Number.NaN)
const constant = (length: number, value: number) => new Float64Array(length).fill(value)

/** The level of days to come, and the standard error of their values. */
function ahead(level: number, variance: number, mean: number, { phi, move, noise }: LevelModel, days: number) {
  const levels: number[] = []
  const errors: number[] = []
  for (let day = 0; day < days; day++) {
    level = mean + phi * (level - mean)
    variance = phi * phi * variance + move
    levels.push(level)
    errors.push(Math.sqrt(variance + noise))
  }
  return { levels, errors }
}

function expectClose(found: readonly number[], wanted: readonly number[], tolerance = 1e-8) {
  expect(found.length).toBe(wanted.length)
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)))
}

describe.skipIf(!present)("figures of statsmodels' filters over series with gaps, within 1e-8", () => {
  const figures = Object.entries(present ? STATSMODELS.parse(read('oracle_py.json')) : {})

  it.each(figures.filter(([, { local_level_known }]) => local_level_known))('local level: %s', (name, figure) => {
    const known = figure.local_level_known
    if (known === undefined) throw new Error('a figure is missing')
    const model = { phi: 1, move: known.var_eta, noise: known.var_eps }
    const values = valuesOf(name)
    const found = filterLevel(values, values, model, { level: known.a0, variance: known.P0 })
    const { levels, errors } = ahead(found.level, found.variance, 0, model, known.fc.length)
    expectClose(
      [logLikelihood(found), found.level, found.variance],
      [known.loglik, known.filtered_last, known.filtered_var_last],
    )
    expectClose(levels, known.fc)
    expectClose(errors, known.fc_se)
  })

  it.each(figures.filter(([, { ar1_noise_fixed }]) => ar1_noise_fixed))('AR(1) under noise: %s', (name, figure) => {
    const fixed = figure.ar1_noise_fixed
    if (fixed === undefined) throw new Error('a figure is missing')
    const { 'ar.L1': phi = 0, 'var.measurement_error': noise = 0, sigma2: move = 0 } = fixed.params
    const model = { phi, move, noise }
    const values = valuesOf(name)
    const centre = constant(values.length, fixed.mean)
    const found = filterLevel(values, centre, model, stationaryPrior(model, fixed.mean))
    const { levels, errors } = ahead(found.level, found.variance, fixed.mean, model, fixed.fc.length)
    expectClose([logLikelihood(found)], [fixed.loglik])
    expectClose(levels, fixed.fc)
    expectClose(errors, fixed.fc_se)
  })
})

describe.skipIf(!present)("figures of R's arima with gaps, within 1e-6", () => {
  const figures = Object.entries(present ? R.parse(read('oracle_R.json')) : {})

  it.each(figures.filter(([, { ar1_fixed }]) => ar1_fixed))('AR(1) of a known mean: %s', (name, figure) => {
    const fixed = figure.ar1_fixed
    if (fixed === undefined) throw new Error('a figure is missing')
    const values = valuesOf(name)
    const centre = constant(values.length, fixed.mean)
    const unit = { phi: fixed.phi, move: 1, noise: 0 }
    const first = filterLevel(values, centre, unit, stationaryPrior(unit, fixed.mean))
    // The variance that makes the days likeliest.
    const model = { ...unit, move: first.squares / first.n }
    const found = filterLevel(values, centre, model, stationaryPrior(model, fixed.mean))
    const { levels, errors } = ahead(found.level, found.variance, fixed.mean, model, fixed.fc.length)
    expectClose([model.move, logLikelihood(found)], [fixed.sigma2, fixed.loglik], 1e-6)
    expectClose(levels, fixed.fc, 1e-6)
    expectClose(errors, fixed.se, 1e-6)
  })
})

it('a gap is walked over: the same as one longer step', () => {
  const model = { phi: 0.8, move: 0.3, noise: 0.5 }
  const gappy = Float64Array.of(1, Number.NaN, Number.NaN, 2)
  const found = filterLevel(gappy, constant(4, 0), model, { level: 0, variance: 1 })
  const first = filterLevel(gappy.subarray(0, 1), constant(1, 0), model, { level: 0, variance: 1 })
  const jump = model.move * (1 + 0.8 ** 2 + 0.8 ** 4) + 0.8 ** 6 * first.variance
  const gain = jump / (jump + model.noise)
  expect(found.level).toBeCloseTo(0.8 ** 3 * first.level * (1 - gain) + gain * 2, 12)
})
