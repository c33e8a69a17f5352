import { describe, expect, it } from 'vitest'
import { nullDays } from '../../../scripts/insight/null-days.ts'
import { addDays, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import { oneStepResiduals } from '../forecast/one-step.ts'
import { changesOf } from './changes.ts'
import { residualScale } from './residual-scale.ts'

const START = fromEpochDay(19_723)

function watched(values: Float64Array) {
  const n = values.filter((value) => !Number.isNaN(value)).length
  const grid = { metric: 'steps', first: toEpochDay(START), values, n }
  return changesOf(grid, oneStepResiduals({ metric: 'steps', start: START, values }))
}

const calm = (seed: number, days = 200, phi = 0.2) =>
  nullDays(seededRandom(seed), { days, phi, missing: 0.1, isHeavyTailed: false, weekly: 0.5 })
const struck = (values: Float64Array, at: number, by: number) =>
  values.map((value, day) => (day === at ? (Number.isNaN(value) ? by : value + by) : value))

describe('anomalies', () => {
  it('are days further off than four standard deviations and than nearly all days before', () => {
    const found = watched(struck(calm(1), 150, 8)).anomalies
    expect(found).toHaveLength(1)
    const [day] = found
    expect(day?.date).toBe(addDays(START, 150))
    expect(Math.abs((day?.value ?? 0) - (day?.expected ?? 0))).toBeGreaterThan(day?.limit ?? Number.NaN)
    expect(day?.limit).toBeGreaterThan(3.5)
    expect(watched(calm(1)).anomalies).toEqual([])
  })

  it('are told both above and below, and with their weekday counted', () => {
    expect(watched(struck(calm(2), 170, -9)).anomalies).toHaveLength(1)
    const sundays = calm(3).map((value, day) => value + (day % 7 === 6 ? 9 : 0))
    expect(watched(sundays).anomalies).toEqual([])
    expect(watched(struck(sundays, 167, -9)).anomalies.map(({ date }) => date)).toEqual([addDays(START, 167)])
  })

  it('stay as they were told when days are added', () => {
    const values = struck(struck(calm(4, 400), 120, 9), 300, -9)
    const whole = watched(values)
    for (const until of [121, 200, 301, 399]) {
      const then = watched(values.slice(0, until))
      const known = addDays(START, until)
      expect(then.anomalies).toEqual(whole.anomalies.filter(({ date }) => date < known))
    }
  })

  it('need 30 days that were judged before, and days that differ', () => {
    const [few] = watched(calm(5, 40)).refusals.filter(({ looked }) => looked === 'anomaly')
    expect(few).toMatchObject({ reason: 'too-few-days', metricY: 'steps' })
    expect(few?.needed).toBeGreaterThan(few?.n ?? 0)
    const same = watched(new Float64Array(120).fill(5))
    expect(same.refusals).toContainEqual({ looked: 'anomaly', metricY: 'steps', n: 120, reason: 'no-variation' })
  })

  it('are not made of the first new value after a hundred equal ones, of whose variation nothing is known', () => {
    expect(watched(new Float64Array(120).map((_, day) => (day < 119 ? 80 : 80.5))).anomalies).toEqual([])
  })
})

describe('the scale of residuals', () => {
  it('is of the 365 days before, itself left out', () => {
    const residual = new Float64Array(500).map((_, day) => (day < 100 ? 1000 : 1) * (day % 2 === 0 ? 1 : -1))
    const { spread, furthest } = residualScale(residual)
    expect(spread[29]).toBeNaN()
    expect(spread[30]).toBeCloseTo(1482.6, 9)
    // Of 365 the 363rd smallest: two may be further.
    expect(furthest[462]).toBe(1000)
    expect(furthest[463]).toBe(1)
  })

  it('is the standard deviation where most residuals are the same', () => {
    const { spread } = residualScale(new Float64Array(41).map((_, day) => (day % 4 === 0 ? 2 : 0)))
    expect(spread[40]).toBeCloseTo(1, 12)
  })
})
