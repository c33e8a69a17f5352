import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, civilDate, datesBetween, type Weekday, weekdayOf } from '../calendar/civil-date.ts'
import { wallClockAt } from '../calendar/day-clock.ts'
import { instantOf } from '../calendar/instant-of.ts'
import type { Quiet, Reminder } from './messages.ts'
import { REMINDER_KINDS } from './protocol.ts'
import { dueAfter, isQuiet, timeOf } from './schedule.ts'

const DAY_MS = 86_400_000
const day = (text: string): CivilDate => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  const made = civilDate(year, month, date)
  if (made === undefined) throw new Error(`no date: ${text}`)
  return made
}
const at = (hours: number, minutes = 0) => hours * 60 + minutes
const utc = (text: string) => Date.parse(`${text}Z`)
const daily = (minutes: number): Reminder => ({ kind: 'log-today', at: minutes, weekday: null })

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
// From before the tests were written to as far as rules for clocks are known.
const anyInstant = fc.integer({ min: utc('2024-01-01T00:00'), max: utc('2037-12-31T00:00') })
const anyMinutes = fc.integer({ min: 0, max: 1439 })
const anyQuiet: fc.Arbitrary<Quiet | null> = fc.option(fc.record({ from: anyMinutes, until: anyMinutes }))
const anyReminder: fc.Arbitrary<Reminder> = fc.record({
  kind: fc.constantFrom(...REMINDER_KINDS),
  at: anyMinutes,
  weekday: fc.option(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)),
})

describe('the instant of a wall clock', () => {
  it('is the one that the clock reads again, whatever the zone and the day', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const minute = Math.floor(instant / 60_000) * 60_000
        const { date, minutes } = wallClockAt(minute, zone)
        const found = instantOf(date, minutes, zone)
        if (found === undefined) throw new Error('it was read')
        expect(wallClockAt(found, zone)).toEqual({ date, minutes })
        // The clock reads some minutes twice, and then the first is meant.
        expect(found).toBeLessThanOrEqual(minute)
        expect(minute - found).toBeLessThanOrEqual(2 * 3_600_000)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['what comes twice is the first', 'Europe/Berlin', '2026-10-25', at(2, 30), '2026-10-25T00:30'],
    ['what never comes is as much later', 'Europe/Berlin', '2026-03-29', at(2, 30), '2026-03-29T01:30'],
    ['midnight that never comes', 'Africa/Cairo', '2026-04-24', at(0), '2026-04-23T22:00'],
    ['clocks that go forward by half an hour', 'Australia/Lord_Howe', '2026-10-04', at(2, 15), '2026-10-03T15:45'],
    ['the last hour of a day that has none', 'America/Nuuk', '2026-03-28', at(23, 30), '2026-03-29T01:30'],
  ])('%s', (_, zone, date, minutes, instant) => {
    expect(instantOf(day(date), minutes, zone)).toBe(utc(instant))
  })

  it('is none on a day that the zone leaves out', () => {
    expect(instantOf(day('2011-12-30'), at(12), 'Pacific/Apia')).toBeUndefined()
    expect(instantOf(day('2011-12-31'), at(0), 'Pacific/Apia')).toBe(utc('2011-12-30T10:00'))
  })
})

describe('a reminder', () => {
  it('is due once on every day of its zone, at its time or where the clocks leave that out an hour later', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyMinutes, (zone, start, minutes) => {
        const reminder = daily(minutes)
        const dates: CivilDate[] = []
        let due = start
        for (let times = 0; times < 400; times += 1) {
          const next = dueAfter(due, reminder, zone, null)
          if (next === undefined || next <= due) throw new Error('not later')
          due = next
          const clock = wallClockAt(due, zone)
          // Past midnight where the time lies in a gap at the end of a day.
          dates.push(clock.minutes < minutes - 720 ? addDays(clock.date, -1) : clock.date)
        }
        expect(dates).toEqual(datesBetween(dates[0] ?? day('2024-01-01'), dates.at(-1) ?? day('2024-01-01')))
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['Europe/Berlin', '2026-03-29', at(2, 30)],
    ['Europe/Berlin', '2026-10-25', at(2, 30)],
    ['America/New_York', '2026-11-01', at(1, 15)],
    ['America/New_York', '2026-03-08', at(2)],
    ['Australia/Lord_Howe', '2026-04-05', at(1, 45)],
    ['Africa/Cairo', '2026-04-24', at(0)],
    ['America/Nuuk', '2026-03-28', at(23, 30)],
  ])('is due once in %s on %s, when the clocks change', (zone, date, minutes) => {
    const [from, until] = [
      instantOf(addDays(day(date), -2), minutes, zone),
      instantOf(addDays(day(date), 2), minutes, zone),
    ]
    const dues: number[] = []
    for (let due = from; due !== undefined && until !== undefined && due < until; ) {
      due = dueAfter(due, daily(minutes), zone, null)
      if (due !== undefined) dues.push(due)
    }
    expect(dues).toHaveLength(4)
    for (const [index, due] of dues.entries())
      if (index > 0) expect(Math.abs(due - (dues[index - 1] ?? 0) - DAY_MS)).toBeLessThanOrEqual(2 * 3_600_000)
  })

  it('of a week is due once a week, on its day', () => {
    fc.assert(
      fc.property(
        anyZone,
        anyInstant,
        anyMinutes,
        fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
        (zone, start, minutes, weekday) => {
          const reminder: Reminder = { kind: 'weekly-report', at: minutes, weekday }
          let due = start
          for (let times = 0; times < 60; times += 1) {
            const next = dueAfter(due, reminder, zone, null)
            if (next === undefined) throw new Error('never')
            expect(next - due).toBeLessThanOrEqual(7 * DAY_MS + 2 * 3_600_000)
            if (times > 0) expect(next - due).toBeGreaterThanOrEqual(7 * DAY_MS - 2 * 3_600_000)
            due = next
            const clock = wallClockAt(due, zone)
            const date = clock.minutes < minutes - 720 ? addDays(clock.date, -1) : clock.date
            expect(weekdayOf(date)).toBe(weekday)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('quiet hours', () => {
  it('hold no reminder, whatever was chosen', () => {
    fc.assert(
      fc.property(anyReminder, anyQuiet, (reminder, quiet) => {
        const time = timeOf(reminder, quiet)
        if (time !== undefined) expect(isQuiet(time.at, quiet)).toBe(false)
        if (!isQuiet(reminder.at, quiet)) expect(time).toEqual({ at: reminder.at, weekday: reminder.weekday })
      }),
    )
  })

  const night: Quiet = { from: at(22), until: at(7) }

  it('leave out what is about today, and put off the rest to their end', () => {
    expect(dueAfter(0, daily(at(23)), 'UTC', night)).toBeUndefined()
    const weekly: Reminder = { kind: 'weekly-report', at: at(23), weekday: 7 }
    expect(timeOf(weekly, night)).toEqual({ at: at(7), weekday: 1 })
    expect(timeOf({ ...weekly, at: at(6) }, night)).toEqual({ at: at(7), weekday: 7 })
    expect(timeOf({ kind: 'new-risk', at: at(6), weekday: null }, night)).toEqual({ at: at(7), weekday: null })
  })

  it('begin with their first minute and end before their last, and are none where both are the same', () => {
    expect([at(21, 59), at(22), at(3), at(6, 59), at(7)].map((minutes) => isQuiet(minutes, night))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet(at(7), { from: at(7), until: at(7) })).toBe(false)
    expect(isQuiet(at(7), null)).toBe(false)
  })
})
