import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  datesBetween,
  dayOf,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  monthOf,
  parseCivilDate,
  startOfWeek,
  toEpochDay,
  type Weekday,
  weekdayOf,
  yearOf,
} from './civil-date.ts'

const FIRST = -719_162 // 0001-01-01
const LAST = 2_932_896 // 9999-12-31

const anyDate = fc.integer({ min: FIRST, max: LAST }).map(fromEpochDay)
// Far enough from both ends that arithmetic stays on the calendar.
const innerDate = fc.integer({ min: FIRST + 40_000, max: LAST - 40_000 }).map(fromEpochDay)
const weekStart = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new TypeError(`${text} is no date`)
  return parsed
}

/** Counts days a month at a time: slow, and shares nothing with the code under test. */
function daysSinceYearOne(year: number, month: number, day: number): number {
  const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  let days = 0
  for (let y = 1; y < year; y++) days += leap(y) ? 366 : 365
  const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  for (const length of lengths.slice(0, month - 1)) days += length
  return days + day - 1
}

describe('a civil date', () => {
  it('round trips through its text and through its epoch day', () => {
    fc.assert(
      fc.property(anyDate, (d) => {
        expect(parseCivilDate(d)).toBe(d)
        expect(civilDate(yearOf(d), monthOf(d), dayOf(d))).toBe(d)
        expect(fromEpochDay(toEpochDay(d))).toBe(d)
      }),
    )
  })

  it('counts days as a calendar does, from the year 1 on', () => {
    fc.assert(
      fc.property(anyDate, (d) => {
        expect(toEpochDay(d) - FIRST).toBe(daysSinceYearOne(yearOf(d), monthOf(d), dayOf(d)))
      }),
    )
    expect(toEpochDay(date('1970-01-01'))).toBe(0)
    expect(toEpochDay(date('0001-01-01'))).toBe(FIRST)
    expect(toEpochDay(date('0099-12-31')) + 1).toBe(toEpochDay(date('0100-01-01')))
    expect(toEpochDay(date('9999-12-31'))).toBe(LAST)
  })

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
      }),
    )
  })

  it('is refused where no calendar has it', () => {
    const refused = ['2026-02-29', '2026-02-31', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00']
    for (const text of [
      ...refused,
      '0000-01-01',
      '2026-1-1',
      '26-01-01',
      ' 2026-01-01',
      '2026-01-01T00:00',
      '２026-01-01',
    ])
      expect(parseCivilDate(text), text).toBeUndefined()
    for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) expect(parseCivilDate(text)).toBe(text)
    expect(civilDate(2026, 1.5, 1)).toBeUndefined()
    expect(civilDate(2026, 1, Number.NaN)).toBeUndefined()
    expect(civilDate(10_000, 1, 1)).toBeUndefined()
  })

  it('has exactly the days its month has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = daysInMonth(year, month)
        expect(civilDate(year, month, last)).toBeDefined()
        expect(civilDate(year, month, last + 1)).toBeUndefined()
      }),
    )
  })

  it('throws rather than leave the years 1-9999', () => {
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(date('0001-01-01'), -1)).toThrow(RangeError)
    expect(() => addMonths(date('0001-01-31'), -1)).toThrow(RangeError)
    expect(() => addMonths(date('9999-12-01'), 1)).toThrow(RangeError)
    expect(() => fromEpochDay(Number.NaN)).toThrow(RangeError)
  })
})

describe('arithmetic on dates', () => {
  const days = fc.integer({ min: -20_000, max: 20_000 })

  it('adds days so that daysBetween finds them again, in any split', () => {
    fc.assert(
      fc.property(innerDate, days, days, (d, a, b) => {
        expect(daysBetween(d, addDays(d, a))).toBe(a)
        expect(addDays(addDays(d, a), b)).toBe(addDays(d, a + b))
      }),
    )
  })

  it('adds months by the calendar and holds the day to the last of the month', () => {
    fc.assert(
      fc.property(innerDate, fc.integer({ min: -600, max: 600 }), (d, months) => {
        const moved = addMonths(d, months)
        expect(parseCivilDate(moved)).toBe(moved)
        expect(yearOf(moved) * 12 + monthOf(moved)).toBe(yearOf(d) * 12 + monthOf(d) + months)
        expect(dayOf(moved)).toBe(Math.min(dayOf(d), daysInMonth(yearOf(moved), monthOf(moved))))
      }),
    )
    expect(addMonths(date('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(date('2023-01-31'), 1)).toBe('2023-02-28')
    expect(addMonths(date('2024-03-31'), -1)).toBe('2024-02-29')
    expect(addMonths(date('2024-01-15'), -1)).toBe('2023-12-15')
    expect(addMonths(date('2024-02-29'), 12)).toBe('2025-02-28')
  })

  it('lists every date of a range once, both ends included', () => {
    fc.assert(
      fc.property(innerDate, fc.integer({ min: -5, max: 400 }), (from, length) => {
        const dates = datesBetween(from, addDays(from, length))
        expect(dates).toHaveLength(Math.max(0, length + 1))
        dates.forEach((d, index) => {
          expect(d).toBe(addDays(from, index))
        })
      }),
    )
  })
})

describe('weeks', () => {
  /** Sakamoto's method, 0 = Sunday. */
  function sakamoto(d: CivilDate): number {
    const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][monthOf(d) - 1] ?? 0
    const y = monthOf(d) < 3 ? yearOf(d) - 1 : yearOf(d)
    return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + dayOf(d)) % 7
  }

  it('names the weekday that an independent formula names', () => {
    fc.assert(
      fc.property(anyDate, (d) => {
        expect(weekdayOf(d) % 7).toBe(sakamoto(d))
      }),
    )
    expect(weekdayOf(date('2026-11-23'))).toBe(1)
    expect(weekdayOf(date('1969-12-31'))).toBe(3)
  })

  it('begins on the asked weekday, at most six days back', () => {
    fc.assert(
      fc.property(innerDate, weekStart, (d, start) => {
        const first = startOfWeek(d, start)
        expect(weekdayOf(first)).toBe(start)
        expect(daysBetween(first, d)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(first, d)).toBeLessThan(7)
      }),
    )
  })
})
