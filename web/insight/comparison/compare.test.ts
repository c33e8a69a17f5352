import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nullDays } from '../../../scripts/insight/null-days.ts'
import { addDays, addMonths, type CivilDate, fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import type { Comparison } from '../analysis.ts'
import { gridBefore } from '../series/day-grid.ts'
import { compare } from './compare.ts'
import { comparisons } from './comparisons.ts'
import { contrast } from './contrast.ts'

const START = fromEpochDay(19_723)

/** The last `days` days of the values with the days before them. */
function lastDays(values: ArrayLike<number>, days: number, against: Comparison['against'] = 'period-before') {
  const today = addDays(START, values.length)
  const series = { metric: 'steps', start: START, values: Float64Array.from(values) }
  return compare(series, { from: addDays(today, -days), to: addDays(today, -1), against, today })
}

const calm = (seed: number, days: number, phi = 0.3) =>
  nullDays(seededRandom(seed), { days, phi, missing: 0.1, isHeavyTailed: seed % 3 === 0, weekly: 0.5 })
const raisedAtTheEnd = (values: Float64Array, days: number, by: number) =>
  values.map((value, day) => value + (day >= values.length - days ? by : 0))

describe('a comparison', () => {
  it('is of the means of recorded days, with their dates', () => {
    const values = calm(1, 120)
    values.fill(5, 64, 92)
    values.fill(8, 92, 120)
    values[100] = Number.NaN
    expect(lastDays(values, 28)).toMatchObject({
      metric: 'steps',
      against: 'period-before',
      period: { mean: 8, n: 27, from: addDays(START, 92), to: addDays(START, 119) },
      earlier: { mean: 5, n: 28, from: addDays(START, 64), to: addDays(START, 91) },
      difference: 3,
    })
  })

  it('with a year ago begins on the same date', () => {
    const answer = lastDays(raisedAtTheEnd(calm(2, 500), 28, -2), 28, 'year-ago')
    const from = addDays(START, 472)
    const earlier = addMonths(from, -12)
    expect(answer).toMatchObject({
      verdict: 'lower',
      earlier: { from: earlier, to: addDays(earlier, 27) },
    })
  })

  it('of levels that stayed says "about the same" in about 95 of 100 cases, however days resemble each other', () => {
    for (const phi of [0, 0.3, 0.6]) {
      for (const [days, history] of [
        [7, 60],
        [28, 365],
        [90, 365],
      ] as const) {
        let same = 0
        for (let seed = 0; seed < 150; seed++) {
          const answer = lastDays(calm(seed, history, phi), days)
          if (!('reason' in answer) && answer.verdict === 'about-the-same') same++
        }
        expect(same / 150, `phi ${phi}, ${days} of ${history} days`).toBeGreaterThan(0.91)
      }
    }
  })

  it('sees a level that moved by a standard deviation in four weeks', () => {
    let seen = 0
    for (let seed = 0; seed < 60; seed++) {
      const answer = lastDays(raisedAtTheEnd(calm(seed, 365), 28, 1), 28)
      if (!('reason' in answer) && answer.verdict === 'higher') seen++
    }
    expect(seen / 60).toBeGreaterThan(0.6)
  })

  it('is not made by weekdays that were recorded in one period only', () => {
    // Sundays are 9 higher; in the last week only days to Saturday were recorded, in the one before only from Tuesday on.
    const weekly = calm(3, 364, 0).map((value, day) => value + (day % 7 === 6 ? 9 : 0))
    weekly[363] = Number.NaN
    weekly[350] = Number.NaN
    const answer = lastDays(weekly, 7)
    expect(answer).toMatchObject({ verdict: 'about-the-same' })
    expect('reason' in answer ? 0 : answer.difference).toBeLessThan(-0.5)
  })

  it('does not look at today or later', () => {
    const values = calm(4, 100)
    const today = addDays(START, 90)
    const ask = { from: addDays(today, -7), to: addDays(today, -1), against: 'period-before', today } as const
    const answer = compare({ metric: 'steps', start: START, values }, ask)
    const later = values.map((value, day) => (day >= 90 ? 1e9 : value))
    expect(compare({ metric: 'steps', start: START, values: later }, ask)).toEqual(answer)
  })

  it('is refused where a period has few days, where there are few at all and where none differ', () => {
    const sparse = calm(5, 200).map((value, day) => (day >= 172 && day % 3 !== 0 ? Number.NaN : value))
    expect(lastDays(sparse, 28)).toMatchObject({ reason: 'too-few-days', needed: 14 })
    expect(lastDays(calm(6, 16), 7)).toMatchObject({ reason: 'too-few-days', needed: 21 })
    expect(lastDays(new Array(60).fill(7), 7)).toMatchObject({ reason: 'no-variation' })
    expect(lastDays(new Array(60).fill(Number.NaN), 7)).toMatchObject({ reason: 'too-few-days', n: 0 })
    const today = addDays(START, 60)
    const backwards = { from: today, to: addDays(today, -20), against: 'period-before', today } as const
    expect(compare({ metric: 'steps', start: START, values: calm(6, 60) }, backwards)).toMatchObject({
      reason: 'too-few-days',
    })
  })

  it('has a finite interval around its difference, or a reason, whatever the days', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -100, max: 20_000, noNaN: true }) },
      { weight: 2, arbitrary: fc.constantFrom(0, 1, Number.NaN) },
      { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, Number.NEGATIVE_INFINITY) },
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), fc.integer({ min: 1, max: 130 }), (values, days) => {
        for (const against of ['period-before', 'year-ago'] as const) {
          const answer = lastDays(values, days, against)
          if ('reason' in answer) continue
          const [low, high] = answer.ci95
          expect(Number.isFinite(low) && low <= answer.difference && answer.difference <= high).toBe(true)
        }
      }),
    )
  })
})

describe('the comparisons of a metric', () => {
  const of = (values: Float64Array, today: CivilDate) => {
    const grid = gridBefore({ metric: 'steps', start: START, values }, today)
    return grid === undefined ? [] : comparisons(grid, today)
  }

  it('are the ones its days allow', () => {
    const spans = (days: number) => {
      const found = of(calm(7, days), addDays(START, days))
      return 'reason' in found ? found.reason : found.map(({ against, period }) => `${period.from} ${against}`).length
    }
    expect(spans(400)).toBe(4)
    expect(spans(200)).toBe(3)
    expect(spans(60)).toBe(2)
    expect(spans(25)).toBe(1)
    expect(spans(10)).toBe('too-few-days')
  })

  it('are stale where nothing was recorded for a week', () => {
    expect(of(calm(8, 60), addDays(START, 90))).toMatchObject({ reason: 'stale' })
  })
})

describe('the variance of a difference of means', () => {
  it('is that of all pairs of days, gaps and neighbours counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1, Number.NaN), { minLength: 12, maxLength: 30 }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        (days, phi) => {
          const values = Float64Array.from(days)
          values[0] = 1
          values[values.length - 1] = 1
          const half = Math.floor(values.length / 2)
          const { variance, earlier, later } = contrast(
            values,
            { from: 0, to: half - 1 },
            { from: half, to: values.length - 1 },
            phi,
          )
          let sum = 0
          const weight = (day: number) => (Number.isNaN(values[day]) ? 0 : day < half ? -1 / earlier.n : 1 / later.n)
          for (let i = 0; i < values.length; i++)
            for (let j = 0; j < values.length; j++) sum += weight(i) * weight(j) * phi ** Math.abs(i - j)
          expect(variance).toBeCloseTo(sum, 10)
        },
      ),
    )
  })
})
