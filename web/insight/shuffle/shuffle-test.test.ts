import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import type { DailySeries } from '../daily-series.ts'
import { link } from '../promotion/test-finding.ts'
import { type ShuffleOptions, shuffleRuns, shuffleTest } from './shuffle-test.ts'
import { shuffledWeeks } from './shuffled-weeks.ts'

const START = '2026-01-01' as CivilDate
const day = fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN))
const series: fc.Arbitrary<DailySeries> = fc
  .record({ metric: fc.constantFrom('sleep', 'steps'), values: fc.array(day, { maxLength: 60 }) })
  .map(({ metric, values }) => ({ metric, start: START, values: Float64Array.from(values) }))

/** Whole weeks of a series, as texts. */
const weeksOf = ({ values }: DailySeries) =>
  Array.from({ length: Math.floor(values.length / 7) }, (_, week) => values.slice(week * 7, week * 7 + 7).join())

const byText = (a: string, b: string) => (a < b ? -1 : 1)

describe('shuffled weeks', () => {
  it('are the same weeks in another order, with the days after the last whole week where they were', () => {
    fc.assert(
      fc.property(fc.array(series, { maxLength: 3 }), fc.nat(), (all, seed) => {
        const moved = shuffledWeeks(all, seededRandom(seed))
        moved.forEach((after, index) => {
          const before = all[index] as DailySeries
          expect({ ...after, values: 0 }).toEqual({ ...before, values: 0 })
          expect(weeksOf(after).sort(byText)).toEqual(weeksOf(before).sort(byText))
          const tail = Math.floor(before.values.length / 7) * 7
          expect(after.values.slice(tail)).toEqual(before.values.slice(tail))
        })
      }),
    )
  })

  it('come in every order about as often', () => {
    const values = Float64Array.from({ length: 21 }, (_, index) => Math.floor(index / 7))
    const random = seededRandom(5)
    const times = new Map<string, number>()
    for (let run = 0; run < 3000; run++) {
      const [moved] = shuffledWeeks([{ metric: 'steps', start: START, values }], random)
      const order = [0, 7, 14].map((index) => moved?.values[index]).join()
      times.set(order, (times.get(order) ?? 0) + 1)
    }
    expect(times.size).toBe(6)
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(100)
  })

  it('leave the days they are made of as they are', () => {
    const values = Float64Array.from({ length: 28 }, (_, index) => index)
    shuffledWeeks([{ metric: 'steps', start: START, values }], seededRandom(1))
    expect(values).toEqual(Float64Array.from({ length: 28 }, (_, index) => index))
  })
})

describe('the shuffle test', () => {
  const values = Float64Array.from({ length: 35 }, (_, index) => index)
  const days: readonly DailySeries[] = [
    { metric: 'sleep', start: START, values },
    { metric: 'steps', start: START, values },
  ]
  const weekday = { ...link('sleep', 'steps'), kind: 'weekday', weekday: 7, byWeekday: [] } as const
  /** Finds a link where the first weeks of the two metrics are the same, and always a weekday. */
  const options: ShuffleOptions = {
    runs: 200,
    seed: 9,
    findings: ([a, b]) => [...(a?.values[0] === b?.values[0] ? [link('sleep', 'steps')] : []), weekday],
  }

  it('counts what is found in the days as they were and in each shuffle, weekdays left aside', () => {
    const result = shuffleTest(days, options)
    expect(result).toMatchObject({ found: 1, runs: 200 })
    expect(result.byChance).toHaveLength(200)
    // One of five weeks: 40 in 200, with a standard deviation of 5.7.
    expect(Math.abs(result.runsWithAny - 40)).toBeLessThan(18)
    expect(result.mean).toBe(result.runsWithAny / 200)
  })

  it('is the same for the same seed, and can be stopped after any run', () => {
    const whole = shuffleTest(days, options)
    expect(shuffleTest(days, options)).toEqual(whole)
    const runs = shuffleRuns(days, options)
    for (let run = 1; run <= 10; run++) {
      expect(runs.next().value).toMatchObject({ runs: run, byChance: whole.byChance.slice(0, run) })
    }
  })

  it('of no run says what is found', () => {
    expect(shuffleTest(days, { ...options, runs: 0 })).toEqual({
      found: 1,
      runs: 0,
      byChance: [],
      runsWithAny: 0,
      mean: 0,
    })
    expect(shuffleTest([], options).runsWithAny).toBe(200)
  })
})
