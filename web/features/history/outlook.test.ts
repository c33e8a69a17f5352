import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { WEIGHT } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import type { LevelChange } from '../../insight/analysis.ts'
import type { Forecast } from '../../insight/forecast.ts'
import { chartPlan } from './chart-plan.ts'
import { outlookIn } from './outlook.ts'
import { date } from './written-date.ts'

const today = date('2026-11-23')
const week = { from: addDays(today, -6), to: today }
const forecast: Forecast = {
  kind: 'forecast',
  metric: WEIGHT.id,
  date: Array.from({ length: 30 }, (_, index) => addDays(today, index)),
  mean: Array.from({ length: 30 }, (_, index) => 74 + index / 10),
  lo80: Array.from({ length: 30 }, () => 73),
  hi80: Array.from({ length: 30 }, () => 78),
  lo95: Array.from({ length: 30 }, () => 72),
  hi95: Array.from({ length: 30 }, () => 79),
  n: 80,
  lastObserved: addDays(today, -1),
  method: 'blend',
  version: 1,
  backtest: { mae: 0.3, naiveMae: 0.4, cov80: 0.8, cov95: 0.95, origins: 50 },
}
const level = { mean: 74, n: 60, from: addDays(today, -90), to: today }
const moved = (on: number): LevelChange => ({
  metric: WEIGHT.id,
  date: addDays(today, on),
  withinDays: 7,
  shape: 'step',
  before: level,
  after: level,
  difference: 1,
  deviations: 2,
})

describe('the outlook in the drawing', () => {
  it('lies on its own days: the forecast from today on, a week of it after a week', () => {
    const { mean, bands, marks } = outlookIn({ forecast, changes: [] }, 'W', week, today)
    expect(mean?.length).toBe(14)
    expect([mean?.[5], mean?.[6], mean?.[13]]).toEqual([Number.NaN, 74, 74.7])
    expect(bands.map(({ low, high }) => [low[6], high[6]])).toEqual([
      [72, 79],
      [73, 78],
    ])
    expect(marks).toEqual([{ date: today, label: 'Forecast' }])
  })
  it('ends with the last day of the forecast, also where that was made on an earlier day', () => {
    for (const [age, drawn] of [
      [0, 29],
      [3, 26],
      [40, 0],
    ] as const) {
      const earlier = { ...forecast, date: forecast.date.map((day) => addDays(day, -age)) }
      const { mean, bands } = outlookIn({ forecast: earlier, changes: [] }, 'M', week, today)
      expect(mean?.length).toBe(7 + drawn)
      for (const days of [mean, ...bands.flatMap(({ low, high }) => [low, high])])
        expect(Number.isNaN(days?.at(-1))).toBe(drawn === 0)
    }
  })
  it('is of the period: no forecast where that ended earlier, no level that moved outside of it', () => {
    const outlook = { forecast, changes: [moved(-40), moved(-9), moved(-3)] }
    const past = { from: addDays(today, -12), to: addDays(today, -6) }
    expect(outlookIn(outlook, 'W', past, today)).toEqual({
      mean: undefined,
      bands: [],
      marks: [{ date: addDays(today, -9), label: 'Level moved' }],
    })
  })
  it('takes the place of the usual range behind a metric that is alone, in the unit of the person', () => {
    const grid = {
      start: week.from,
      days: 7,
      columns: new Map([[WEIGHT.id, Float64Array.from({ length: 7 }, (_, day) => 74 + day / 10)]]),
    }
    const drawn = outlookIn({ forecast, changes: [] }, 'W', week, today)
    const plan = chartPlan(grid, [WEIGHT], week, { ...DEFAULT_UNITS, mass: 'lb' }, drawn)
    expect(plan.series.map(({ label, expected }) => [label, expected])).toEqual([
      ['Weight', undefined],
      ['Forecast', true],
    ])
    expect(plan.series[1]?.points[6]).toBeCloseTo(163.14)
    expect(plan.bands[1]?.show?.(160.9, 172)).toBe('160.9 lb to 172.0 lb')
    expect(plan.marks).toHaveLength(1)
  })
})
