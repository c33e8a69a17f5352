import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { addressOfDay, dayFromQuery, EARLIEST_DAY, heldToRange, stripOf } from './selected-day.ts'

const day = (text: string): CivilDate => {
  const date = parseCivilDate(text)
  if (date === undefined) throw new Error(`${text} is no date`)
  return date
}
const TODAY = day('2026-11-23')
const from = (query: string) => dayFromQuery(new URLSearchParams(query), TODAY)

describe('the day of an address', () => {
  it('is the day it names', () => {
    expect(from('day=2026-11-20')).toBe('2026-11-20')
  })

  it('is today where it names none, an impossible one or a future one', () => {
    for (const query of ['', 'day=', 'day=2026-02-31', 'day=yesterday', 'day=2026-11-24', 'day=0001-01-01']) {
      expect(from(query), query).toBe(TODAY)
    }
  })

  it('comes back from the address made of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (back) => {
        const chosen = addDays(TODAY, -back)
        expect(dayFromQuery(new URLSearchParams(addressOfDay(chosen, TODAY).slice(2)), TODAY)).toBe(chosen)
      }),
    )
  })

  it('of today is bare, so that it moves on at midnight', () => {
    expect(addressOfDay(TODAY, TODAY)).toBe('/')
  })
})

describe('walking', () => {
  it('stops at today and at the earliest day', () => {
    expect(heldToRange(addDays(TODAY, 1), TODAY)).toBe(TODAY)
    expect(heldToRange(addDays(EARLIEST_DAY, -1), TODAY)).toBe(EARLIEST_DAY)
    expect(heldToRange(day('2026-11-01'), TODAY)).toBe('2026-11-01')
  })
})

describe('the strip of days', () => {
  it('ends today when today is chosen', () => {
    expect(stripOf(TODAY, TODAY).at(-1)).toBe(TODAY)
    expect(stripOf(TODAY, TODAY).at(0)).toBe('2026-11-17')
  })

  it('stands still while the chosen day moves inside it, and turns a week when it leaves', () => {
    expect(stripOf(day('2026-11-17'), TODAY)).toEqual(stripOf(TODAY, TODAY))
    expect(stripOf(day('2026-11-16'), TODAY).at(-1)).toBe('2026-11-16')
  })

  it('always holds the chosen day and never a future one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (back) => {
        const chosen = addDays(TODAY, -back)
        const strip = stripOf(chosen, TODAY)
        expect(strip).toHaveLength(7)
        expect(strip).toContain(chosen)
        expect(strip.every((date) => date <= TODAY)).toBe(true)
      }),
    )
  })
})
