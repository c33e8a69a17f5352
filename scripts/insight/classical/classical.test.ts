import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { exponentialSmoothing, fitSmoothing, smooth } from './exponential-smoothing.ts'
import { fillGaps } from './fill-gaps.ts'
import { leastSquares } from './least-squares.ts'
import { naive } from './naive.ts'

const ORACLES = new URL('../../../../shared/oracles/', import.meta.url).pathname
const present = existsSync(ORACLES)
const read = (file: string): unknown => JSON.parse(readFileSync(`${ORACLES}${file}`, 'utf8'))

const SERIES = z.record(z.string(), z.object({ y: z.array(z.number().nullable()) }))
const R = z.record(
  z.string(),
  z.object({
    na_interp_linear: z.array(z.number()).optional(),
    ses_fixed: z.object({ alpha: z.number(), l0: z.number(), level_end: z.number(), sse: z.number() }).optional(),
    ses_opt: z.object({ alpha: z.number(), l0: z.number(), mean: z.array(z.number()) }).optional(),
  }),
)
const STATSMODELS = z.record(
  z.string(),
  z.object({
    ses_known: z.object({ alpha: z.number(), l0: z.number(), fc1: z.number(), sse: z.number() }).optional(),
  }),
)
const series = present ? SERIES.parse(read('series.json')) : {}
const valuesOf = (name: string) => Float64Array.from(series[name]?.y ?? [], (value) => value ?? Number.NaN)
const none = Number.NaN

describe.skipIf(!present)("R's figures, within 1e-8", () => {
  const figures = Object.entries(present ? R.parse(read('oracle_R.json')) : {})

  it.each(figures.filter(([, figure]) => figure.na_interp_linear))('gaps filled along lines: %s', (name, figure) => {
    const wanted = figure.na_interp_linear ?? []
    const found = fillGaps(valuesOf(name))
    expect(found.length).toBe(wanted.length)
    for (const [day, value] of wanted.entries()) expect(found[day]).toBeCloseTo(value, 8)
  })

  it.each(figures.filter(([, figure]) => figure.ses_fixed))('smoothing at a fixed weight: %s', (name, figure) => {
    const { alpha = none, l0 = none, level_end = none, sse = none } = figure.ses_fixed ?? {}
    // HoltWinters takes its first error from the second day.
    const found = smooth(fillGaps(valuesOf(name)).subarray(1), alpha, l0)
    expect(Math.abs(found.level / level_end - 1)).toBeLessThan(1e-8)
    expect(Math.abs(found.squares / sse - 1)).toBeLessThan(1e-8)
  })

  it.each(figures.filter(([, figure]) => figure.ses_opt))('smoothing fitted, within 1 per cent: %s', (name, figure) => {
    const [wanted = none] = figure.ses_opt?.mean ?? []
    const { alpha = none, l0 = none } = figure.ses_opt ?? {}
    const filled = fillGaps(valuesOf(name))
    const found = fitSmoothing(filled)
    expect(found.squares).toBeLessThanOrEqual(smooth(filled, alpha, l0).squares * (1 + 1e-9))
    // Of a fortnight R stops in another valley, with more squares.
    if (filled.length > 14) expect(Math.abs(found.level / wanted - 1)).toBeLessThan(0.01)
  })
})

describe.skipIf(!present)("statsmodels' figures, within 1e-8", () => {
  const figures = Object.entries(present ? STATSMODELS.parse(read('oracle_py.json')) : {})

  it.each(figures.filter(([, figure]) => figure.ses_known))('smoothing at a fixed weight: %s', (name, figure) => {
    const { alpha = none, l0 = none, fc1 = none, sse = none } = figure.ses_known ?? {}
    const found = smooth(fillGaps(valuesOf(name)), alpha, l0)
    expect(Math.abs(found.level / fc1 - 1)).toBeLessThan(1e-8)
    expect(Math.abs(found.squares / sse - 1)).toBeLessThan(1e-8)
  })
})

it('the line of the last 30 days goes on from the day after the last, over gaps, and looks no further back', () => {
  const line = Float64Array.from({ length: 50 }, (_, day) => (day < 20 ? 1e6 : day % 3 === 0 ? none : 100 + 2 * day))
  const [first = none, second = none] = leastSquares(line, 2)
  expect(first).toBeCloseTo(200, 9)
  expect(second).toBeCloseTo(202, 9)
  expect([...leastSquares(Float64Array.of(none, 7, none), 2)]).toEqual([7, 7])
  expect([...leastSquares(Float64Array.of(none), 1)]).toEqual([none])
})

it('nothing comes of nothing', () => {
  const empty = Float64Array.of(none, none)
  expect([...naive(empty, 1), ...exponentialSmoothing(empty, 1)]).toEqual([none, none])
  expect([...naive(Float64Array.of(1, 4, none), 2)]).toEqual([4, 4])
})
