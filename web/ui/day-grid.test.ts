import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type CivilDate,
  datesBetween,
  fromEpochDay,
  type Weekday,
  weekdayOf,
} from '../../shared/calendar/civil-date.ts'
import { dayAfterKey, heldTo, weeksOf } from './day-grid.ts'

const date = (text: string) => text as CivilDate
const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map(fromEpochDay)
const anyWeekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7)

describe('the weeks of a calendar', () => {
  it('hold every day of the range once, in order, and no other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 120 }), anyWeekday, (from, length, weekStart) => {
        const to = addDays(from, length)
        const days = weeksOf(from, to, weekStart)
          .flatMap(({ places }) => places)
          .flatMap(({ date: day }) => day ?? [])
        expect(days).toEqual(datesBetween(from, to))
      }),
    )
  })
  it('put each weekday under its own name', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 120 }), anyWeekday, (from, length, weekStart) => {
        for (const { places } of weeksOf(from, addDays(from, length), weekStart)) {
          expect(places).toHaveLength(7)
          for (const { column, date: day } of places)
            if (day !== undefined) expect(weekdayOf(day)).toBe(((weekStart - 1 + column) % 7) + 1)
        }
      }),
    )
  })
  it('are none for a range that ends before it begins', () => {
    expect(weeksOf(date('2026-11-23'), date('2026-11-01'), 1)).toEqual([])
  })
})

describe('keys in a calendar', () => {
  const from = date('2026-11-18') // a Wednesday
  it.each([
    ['ArrowLeft', '2026-11-17'],
    ['ArrowRight', '2026-11-19'],
    ['ArrowUp', '2026-11-11'],
    ['ArrowDown', '2026-11-25'],
    ['Home', '2026-11-16'],
    ['End', '2026-11-22'],
    ['PageUp', '2026-10-18'],
    ['PageDown', '2026-12-18'],
  ])('%s leads to %s', (key, goal) => {
    expect(dayAfterKey(key, from, 1)).toBe(goal)
  })
  it('begins the week where the person does', () => {
    expect(dayAfterKey('Home', from, 7)).toBe('2026-11-15')
    expect(dayAfterKey('End', from, 7)).toBe('2026-11-21')
  })
  it('leaves other keys alone', () => {
    expect(dayAfterKey('Enter', from, 1)).toBeUndefined()
  })
})

describe('a day held to a range', () => {
  it('stays inside and is the nearest', () => {
    const [first, last] = [date('2026-11-01'), date('2026-11-30')]
    expect(heldTo(date('2026-10-05'), first, last)).toBe(first)
    expect(heldTo(date('2026-11-05'), first, last)).toBe('2026-11-05')
    expect(heldTo(date('2027-01-05'), first, last)).toBe(last)
  })
})
