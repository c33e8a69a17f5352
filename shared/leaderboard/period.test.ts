import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, fromEpochDay, toEpochDay } from '../calendar/civil-date.ts'
import {
  ALL_TIME,
  closingOf,
  daysOf,
  kindOf,
  latestDateAt,
  monthOf,
  type Period,
  parsePeriod,
  periodBefore,
  stateOf,
  weekOf,
} from './period.ts'

const aDate = fc.integer({ min: -700_000, max: 2_000_000 }).map(fromEpochDay)
const aPeriod = aDate.chain((date) => fc.constantFrom(weekOf(date), monthOf(date)))
const HOUR = 3_600_000

describe('a period', () => {
  it('is the ISO week of a date: the one that its Thursday is in', () => {
    for (const [date, week] of [
      ['2026-11-27', '2026-W48'],
      ['2026-01-01', '2026-W01'],
      ['2027-01-03', '2026-W53'],
      ['2027-01-04', '2027-W01'],
      ['2024-12-30', '2025-W01'],
      ['2021-01-03', '2020-W53'],
    ] as const)
      expect([date, weekOf(date as CivilDate)]).toEqual([date, week])
  })

  it('holds the dates that it is of, and is read back from its text', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        for (const period of [weekOf(date), monthOf(date)]) {
          const { first, last } = daysOf(period)
          expect(first <= date && date <= last).toBe(true)
          expect(parsePeriod(period)).toBe(period)
        }
        expect(daysOf(weekOf(date)).last).toBe(addDays(daysOf(weekOf(date)).first, 6))
      }),
    )
  })

  it('follows the one before it without a gap', () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        const before = periodBefore(period) as Period
        expect(kindOf(before)).toBe(kindOf(period))
        expect(addDays(daysOf(before).last, 1)).toBe(daysOf(period).first)
      }),
    )
    expect(periodBefore(ALL_TIME)).toBeUndefined()
  })

  it('is nothing that no calendar has, in no other spelling', () => {
    for (const text of [
      ...['2025-W53', '2026-W00', '2026-W54', '2026-13', '2026-00', '2026-W1', '2026-W48 ', '2026-w48', '26-W48'],
      ...['', 'All', 'week', '2026', '2026-11-27', '0000-01', '9999-W01', '2026-W48\n'],
    ])
      expect([text, parsePeriod(text)]).toEqual([text, undefined])
  })

  it('opens when its first day has begun somewhere, and closes a day and a half after its last one is over in UTC', () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        const first = toEpochDay(daysOf(period).first) * 24 * HOUR
        const over = (toEpochDay(daysOf(period).last) + 1) * 24 * HOUR
        expect(stateOf(period, first - 14 * HOUR - 1)).toBe('not-begun')
        expect(stateOf(period, first - 14 * HOUR)).toBe('open')
        expect(stateOf(period, over + 36 * HOUR - 1)).toBe('open')
        expect(stateOf(period, over + 36 * HOUR)).toBe('closed')
        expect(closingOf(period)).toBe(over + 36 * HOUR)
      }),
    )
    expect(stateOf(ALL_TIME, 0)).toBe('open')
    expect(closingOf(ALL_TIME)).toBeUndefined()
  })

  it('knows which date it is first in the world', () => {
    expect(latestDateAt(Date.UTC(2026, 10, 27, 9, 59))).toBe('2026-11-27')
    expect(latestDateAt(Date.UTC(2026, 10, 27, 10))).toBe('2026-11-28')
  })
})
