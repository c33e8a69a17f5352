import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { SLEEP, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { chartPlan } from './chart-plan.ts'
import type { DayGrid } from './day-grid.ts'
import { date } from './written-date.ts'

const start = date('2026-09-01')
const days = 60
const column = (value: (day: number) => number) => Float64Array.from({ length: days }, (_, day) => value(day))
const grid: DayGrid = {
  start,
  days,
  columns: new Map([
    [SLEEP.id, column((day) => 7 + (day % 2) / 2)],
    [WEIGHT.id, column((day) => (day % 7 === 0 ? 80 : Number.NaN))],
  ]),
}
const period = { from: addDays(start, 20), to: addDays(start, 59) }

describe('what the chart draws', () => {
  it('is the days of the period with their level and usual range', () => {
    const plan = chartPlan(grid, [SLEEP], period, DEFAULT_UNITS)
    expect(plan.start).toBe('2026-09-21')
    expect(plan.series[0]?.points.length).toBe(40)
    expect(plan.series[0]?.level?.length).toBe(40)
    expect(plan.bands).toMatchObject([{ low: 7, high: 7.5 }])
  })
  it('has at its first day a level that knows the days before', () => {
    const level = chartPlan(grid, [SLEEP], period, DEFAULT_UNITS).series[0]?.level
    expect(level?.[0]).toBeCloseTo((7 * 7 + 0.5 * 4) / 7)
  })
  it('has no level of what is recorded too rarely for one, nor of a week', () => {
    expect(chartPlan(grid, [WEIGHT], period, DEFAULT_UNITS).series[0]?.level).toBeUndefined()
    const week = { from: addDays(start, 53), to: addDays(start, 59) }
    expect(chartPlan(grid, [SLEEP], week, DEFAULT_UNITS).series[0]?.level).toBeUndefined()
  })
  it('has no range where several metrics share it', () => {
    expect(chartPlan(grid, [SLEEP, WEIGHT], period, DEFAULT_UNITS).bands).toEqual([])
  })
  it('is in the display unit, and says values in the words of the person', () => {
    const series = chartPlan(grid, [WEIGHT], period, { mass: 'lb', energy: 'kcal' }).series[0]
    expect(series?.points[1]).toBeCloseTo(176.37)
    expect(series?.show(176.37)).toBe('176.4 lb')
  })
  it('has short figures on the axis', () => {
    const axis = chartPlan(grid, [SLEEP], period, DEFAULT_UNITS).series[0]?.axis
    expect(axis?.(7)).toBe('7 h')
    expect(axis?.(7.5)).toBe('7:30')
    expect(chartPlan(grid, [WEIGHT], period, DEFAULT_UNITS).series[0]?.axis?.(12000)).toBe('12\u202f000')
  })
})
