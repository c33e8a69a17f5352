import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import { lengthOf, periodBefore, periodOf, periodYearBefore, RANGES, stepUntil, widerRange } from './range.ts'
import { date } from './written-date.ts'

const someDate = fc.integer({ min: 0, max: 40_000 }).map(fromEpochDay)
const someRange = fc.constantFrom(...RANGES.map(({ value }) => value))

describe('a period', () => {
  it('is a fixed number of days that ends on its last day', () => {
    expect(periodOf('W', date('2026-11-23'), date('2020-01-01'))).toEqual({ from: '2026-11-17', to: '2026-11-23' })
    expect(periodOf('M', date('2026-03-01'), date('2020-01-01'))).toEqual({ from: '2026-01-31', to: '2026-03-01' })
    expect(lengthOf(periodOf('1Y', date('2024-12-31'), date('2020-01-01')))).toBe(365)
  })
  it('begins at the first recorded day for all days, and never after its end', () => {
    expect(periodOf('All', date('2026-11-23'), date('2020-02-29'))).toEqual({ from: '2020-02-29', to: '2026-11-23' })
    expect(periodOf('All', date('2019-01-01'), date('2020-02-29'))).toEqual({ from: '2019-01-01', to: '2019-01-01' })
  })
  it('is preceded by one as long that touches it', () => {
    fc.assert(
      fc.property(someRange, someDate, fc.nat(5000), (range, until, ago) => {
        const period = periodOf(range, until, addDays(until, -ago))
        const before = periodBefore(period)
        expect(lengthOf(before)).toBe(lengthOf(period))
        expect(daysBetween(before.to, period.from)).toBe(1)
      }),
    )
  })
  it('has a twin a year earlier, as long, ending on the same date', () => {
    fc.assert(
      fc.property(someDate, (until) => {
        const period = periodOf('M', until, until)
        const twin = periodYearBefore(period)
        expect(lengthOf(twin)).toBe(30)
        expect([365, 366]).toContain(daysBetween(twin.to, period.to))
      }),
    )
    expect(periodYearBefore({ from: date('2024-02-29'), to: date('2024-02-29') }).to).toBe('2023-02-28')
  })
})

describe('stepping', () => {
  const bounds = { first: date('2026-01-01'), today: date('2026-11-23') }
  it('moves by the whole period and stops at today', () => {
    expect(stepUntil('W', date('2026-11-23'), -1, bounds)).toBe('2026-11-16')
    expect(stepUntil('M', date('2026-11-10'), 1, bounds)).toBe('2026-11-23')
    expect(stepUntil('W', date('2026-11-23'), 1, bounds)).toBeUndefined()
  })
  it('does not go to where nothing was recorded yet', () => {
    expect(stepUntil('1Y', date('2026-11-23'), -1, bounds)).toBeUndefined()
  })
  it('has nowhere to go from all days', () => {
    expect(stepUntil('All', date('2026-11-23'), -1, bounds)).toBeUndefined()
  })
})

describe('a wider range', () => {
  it('is the narrowest that has enough', () => {
    expect(widerRange('W', (range) => range === '6M' || range === 'All')).toBe('6M')
    expect(widerRange('M', () => true)).toBe('3M')
  })
  it('is none where none has enough', () => {
    expect(widerRange('W', () => false)).toBeUndefined()
    expect(widerRange('All', () => true)).toBeUndefined()
  })
})
