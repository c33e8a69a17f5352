import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, daysBetween, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import type { Forecast } from '../forecast.ts'
import { forecast } from './forecast-days.ts'

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}
const START = day('2024-01-01')
const seriesOf = (values: ArrayLike<number>, metric = 'energy') => ({
  metric,
  start: START,
  values: Float64Array.from(values),
})
const noise = (seed: number, n: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => normalOf(random))
}

/** A forecast made on the day after the last value. */
function ahead(values: ArrayLike<number>, horizon = 30, metric?: string): Forecast {
  const found = forecast(seriesOf(values, metric), { horizon, today: addDays(START, values.length) })
  if (found.kind !== 'forecast') throw new Error(`no forecast: ${found.reason}`)
  return found
}

const value = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 0, max: 20_000, noNaN: true }) },
  { weight: 3, arbitrary: fc.constantFrom(0, 3, 4, 5) },
  { weight: 2, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, Number.POSITIVE_INFINITY, -0) },
)
const days = fc.oneof(
  fc.array(value, { maxLength: 200 }),
  fc.array(fc.constantFrom(70, 70.1, 70.2, Number.NaN), { minLength: 20, maxLength: 100 }),
  fc.array(fc.constant(5), { minLength: 14, maxLength: 60 }),
)
const metric = fc.constantFrom('weight', 'steps', 'mood', 'sleep', 'energy')

describe('a forecast', () => {
  it('has bands around its mean, the wider around the narrower, inside of what is possible', () => {
    fc.assert(
      fc.property(days, metric, fc.integer({ min: 1, max: 60 }), (values, name, horizon) => {
        const found = forecast(seriesOf(values, name), { horizon, today: addDays(START, values.length) })
        if (found.kind !== 'forecast') return
        const known = values.filter(Number.isFinite)
        const least = Math.min(...known, name === 'weight' ? 20 : name === 'mood' ? 1 : 0)
        expect([found.date.length, found.mean.length]).toEqual([horizon, horizon])
        for (const [index, mean] of found.mean.entries()) {
          const band = [found.lo95, found.lo80, [], found.hi80, found.hi95].map((side) => side[index] ?? mean)
          expect([...band].sort((a, b) => a - b)).toEqual(band)
          expect(band.every(Number.isFinite)).toBe(true)
          expect(band[0]).toBeGreaterThanOrEqual(least)
          if (name === 'mood' && Math.max(...known) <= 5) expect(band[4]).toBeLessThanOrEqual(5)
        }
      }),
    )
  })

  it('never grows surer with distance, but where a limit cuts its bands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 20, max: 200 }), (seed, n) => {
        // Far above zero, so that no limit is near.
        const { lo80, hi80, lo95, hi95 } = ahead(
          noise(seed, n).map((v) => 1000 + v),
          60,
        )
        for (const [low, high] of [
          [lo80, hi80],
          [lo95, hi95],
        ] as const) {
          const widths = low.map((bound, index) => (high[index] ?? Number.NaN) - bound)
          for (let index = 1; index < widths.length; index++)
            expect(widths[index]).toBeGreaterThanOrEqual((widths[index - 1] ?? Number.NaN) - 1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('begins today, which is not looked at, nor is any later day', () => {
    const values = noise(7, 90).map((v) => 50 + v)
    const today = addDays(START, 80)
    const found = forecast(seriesOf(values), { horizon: 3, today })
    expect(found).toEqual(forecast(seriesOf([...values.slice(0, 80), 1e9]), { horizon: 3, today }))
    expect(found).toMatchObject({ date: [today, addDays(today, 1), addDays(today, 2)], n: 80 })
  })

  it('is the same for the same days, whatever the seed', () => {
    const series = seriesOf(noise(8, 200))
    const today = addDays(START, 200)
    expect(forecast(series, { horizon: 7, today, seed: 1 })).toEqual(forecast(series, { horizon: 7, today, seed: 2 }))
  })

  it('holds 80 and 95 of 100 days that come', () => {
    let days = 0
    let in80 = 0
    let in95 = 0
    for (let person = 0; person < 120; person++) {
      const phi = [0, 0.4, 0.8][person % 3] ?? 0
      let level = 0
      const values = noise(100 + person, 190).map((move, index) => {
        level = phi * level + move
        return 100 + level + (index % 7 === 5 ? 1.5 : 0)
      })
      const { lo80, hi80, lo95, hi95 } = ahead(values.slice(0, 160))
      for (const [index, came] of values.slice(160).entries()) {
        days++
        if (came >= (lo80[index] ?? Number.NaN) && came <= (hi80[index] ?? Number.NaN)) in80++
        if (came >= (lo95[index] ?? Number.NaN) && came <= (hi95[index] ?? Number.NaN)) in95++
      }
    }
    expect(in80 / days).toBeGreaterThan(0.77)
    expect(in80 / days).toBeLessThan(0.85)
    expect(in95 / days).toBeGreaterThan(0.925)
    expect(in95 / days).toBeLessThan(0.975)
  })

  it('knows the weekday', () => {
    const weekly = noise(9, 182).map((v, index) => 100 + v / 4 + (index % 7 === 5 ? 10 : 0))
    const { mean } = ahead(weekly, 14)
    const highest = mean.map((expected, index) => [expected, (182 + index) % 7] as const).sort((a, b) => b[0] - a[0])
    expect(highest.slice(0, 2).map(([, weekday]) => weekday)).toEqual([5, 5])
  })

  it('does not follow one day far away', () => {
    const values = noise(10, 120).map((v) => 100 + v)
    const struck = values.map((v, index) => (index === 118 ? 1e9 : v))
    expect(Math.abs((ahead(struck).mean[0] ?? Number.NaN) - (ahead(values).mean[0] ?? Number.NaN))).toBeLessThan(3)
  })

  it('of numbers typed over and over is one of them', () => {
    const typed = Array.from({ length: 80 }, (_, index) => (index < 50 ? 81 : 80))
    expect(ahead(typed, 7, 'weight').mean).toEqual(new Array(7).fill(80))
    expect(ahead(new Array(30).fill(5), 3)).toMatchObject({ mean: [5, 5, 5], lo95: [5, 5, 5], hi95: [5, 5, 5] })
  })

  it('tells how it did on earlier days, from days before those alone', () => {
    const { backtest } = ahead(noise(11, 400).map((v) => 100 + v))
    expect(backtest.origins).toBe(6)
    expect(backtest.mae).toBeLessThan(0.95)
    expect(backtest.naiveMae).toBeGreaterThan(backtest.mae)
    expect(backtest.cov80).toBeGreaterThan(0.7)
    expect(backtest.cov95).toBeGreaterThan(0.9)
    expect(ahead(noise(12, 20)).backtest).toEqual({ mae: 0, naiveMae: 0, cov80: 0, cov95: 0, origins: 0 })
  })

  it('looks a year ahead at most, and a day at the least', () => {
    expect(ahead(noise(13, 60), 5000).date.length).toBe(366)
    for (const horizon of [0, -3, Number.NaN]) expect(ahead(noise(13, 60), horizon).date.length).toBe(1)
  })
})

describe('no forecast', () => {
  const refusal = (values: ArrayLike<number>, today = addDays(START, values.length)) =>
    forecast(seriesOf(values), { horizon: 7, today })

  it('is made of no days', () => {
    expect(refusal([])).toMatchObject({ kind: 'not-enough-data', reason: 'no-days', n: 0, needed: 14 })
    expect(refusal([Number.NaN, Number.NaN])).toMatchObject({ reason: 'no-days' })
    expect(refusal([5, 6], START)).toMatchObject({ reason: 'no-days' })
  })

  it('is made of fewer than 14 days among the last 60', () => {
    expect(refusal(noise(1, 10))).toMatchObject({ reason: 'too-few-days', n: 10, needed: 4 })
    expect(refusal(noise(1, 14)).kind).toBe('forecast')
    const thin = Array.from({ length: 300 }, (_, index) => (index % 9 === 8 ? 5 : Number.NaN))
    expect(refusal(thin)).toMatchObject({ reason: 'too-few-days', lastObserved: addDays(START, 296) })
  })

  it('is made when the last value is over a fortnight old', () => {
    expect(refusal(noise(1, 60), addDays(START, 60 + 14))).toMatchObject({ reason: 'stale', n: 60 })
    expect(refusal(noise(1, 60), addDays(START, 60 + 13)).kind).toBe('forecast')
    expect(daysBetween(START, day('2034-01-01'))).toBe(3653)
    const apart = new Float64Array(3653).fill(Number.NaN)
    apart[0] = 1
    apart[3652] = 2
    expect(refusal(apart)).toMatchObject({ reason: 'too-few-days', n: 2, needed: 13 })
  })
})

it('looks back two years and no further, so that ten years of days take no longer', () => {
  const values = noise(20, 3650)
  const { mean, lo95 } = ahead(values)
  expect(ahead(values.slice(-730))).toMatchObject({ mean, lo95 })
  expect(ahead(values.slice(-700)).mean).not.toEqual(mean)
})
