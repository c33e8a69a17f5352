import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { SLEEP } from '../../../shared/metric/catalogue.ts'
import type { DayGrid } from './day-grid.ts'
import { pastRows } from './past-rows.ts'
import { date } from './written-date.ts'

const today = date('2026-11-23')
// Two years: 6 to 7 h in turn, and an hour more in the last 30 days.
const grid: DayGrid = {
  start: addDays(today, -729),
  days: 730,
  columns: new Map([[SLEEP.id, Float64Array.from({ length: 730 }, (_, day) => 6 + (day % 2) + (day >= 700 ? 1 : 0))]]),
}
const month = { from: addDays(today, -29), to: today }

describe('the past beside the present', () => {
  it('is the period, the equal window before it, and the same one a year earlier', () => {
    expect(pastRows(grid, SLEEP, month, today).map(({ name, period }) => [name, period.from, period.to])).toEqual([
      ['These 30 days', '2026-10-25', '2026-11-23'],
      ['The 30 days before', '2026-09-25', '2026-10-24'],
      ['A year earlier', '2025-10-25', '2025-11-23'],
    ])
  })
  it('says how much the period differs from each, and of how many days', () => {
    const [now, before, year] = pastRows(grid, SLEEP, month, today)
    expect(now?.difference).toBeUndefined()
    expect(before?.difference).toEqual({ kind: 'different', value: 1 })
    expect(year?.difference).toEqual({ kind: 'different', value: 1 })
    expect(before?.summary).toMatchObject({ recorded: 30, days: 30, mean: 6.5 })
  })
  it('names the year before only once', () => {
    const year = { from: addDays(today, -364), to: today }
    expect(pastRows(grid, SLEEP, year, today).map(({ name }) => name)).toEqual([
      'These 365 days',
      'The 365 days before',
    ])
  })
  it('compares with nothing where nothing was recorded', () => {
    const first = { from: grid.start, to: addDays(grid.start, 29) }
    expect(pastRows(grid, SLEEP, first, today)[1]?.difference).toEqual({ kind: 'none' })
  })
  it('says within which range the difference lies, of days that are over', () => {
    const [now, before, year] = pastRows(grid, SLEEP, month, today)
    expect(now?.comparison).toBeUndefined()
    expect(before?.comparison?.period.to).toBe(addDays(today, -1))
    expect(before?.comparison?.verdict).toBe('higher')
    const [low = 0, high = 0] = year?.comparison?.ci95 ?? []
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(1)
    expect(
      pastRows(grid, SLEEP, { from: grid.start, to: addDays(grid.start, 29) }, today)[1]?.comparison,
    ).toBeUndefined()
  })
})
