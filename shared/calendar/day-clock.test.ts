import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, toEpochDay } from './civil-date.ts'
import { dayAt, isTimeZone, LATEST_DAY_START, msUntilDayMayTurn, wallClockAt } from './day-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
] as const

const zone = fc.constantFrom(...ZONES)
const dayStart = fc.integer({ min: 0, max: LATEST_DAY_START })
const rule = fc.record({ timeZone: zone, dayStart })
const instant = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2035, 0) })

/** Nights in which clocks or calendars jump, one a zone that has one: instants around them find what a year hides. */
const JUMPS: readonly [timeZone: string, instant: number][] = [
  ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
  ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 30)],
  ['America/Sao_Paulo', Date.UTC(2018, 10, 4, 3)],
  ['America/Sao_Paulo', Date.UTC(2019, 1, 17, 2)],
  ['America/St_Johns', Date.UTC(2010, 10, 7, 2, 31)],
  ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
]
const nearJump = fc
  .tuple(fc.constantFrom(...JUMPS), fc.integer({ min: -6 * HOUR, max: 6 * HOUR }), dayStart)
  .map(([[timeZone, at], offset, start]) => ({ at: at + offset, rule: { timeZone, dayStart: start } }))
const moment = fc.oneof(fc.record({ at: instant, rule }), nearJump)

/** Wall-clock minutes since 1970 as the zone shows them: an axis on which a clock change is a jump. */
function wallMinutes(at: number, timeZone: string): number {
  const { date, minutes } = wallClockAt(at, timeZone)
  return toEpochDay(date) * 1440 + minutes
}

describe('the wall clock', () => {
  it('reads what the zone shows', () => {
    const at = Date.UTC(2026, 6, 1, 12, 34)
    expect(wallClockAt(at, 'UTC')).toEqual({ date: '2026-07-01', minutes: 754 })
    expect(wallClockAt(at, 'Asia/Kolkata')).toEqual({ date: '2026-07-01', minutes: 754 + 330 })
    expect(wallClockAt(at, 'America/St_Johns')).toEqual({ date: '2026-07-01', minutes: 754 - 150 })
    expect(wallClockAt(at, 'Pacific/Kiritimati')).toEqual({ date: '2026-07-02', minutes: 154 })
    expect(wallClockAt(Date.UTC(2026, 6, 1), 'UTC').minutes).toBe(0)
  })

  it('is never more than a day away from UTC', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const offset = wallMinutes(at, timeZone) - Math.floor(at / MINUTE)
        expect(offset).toBeGreaterThanOrEqual(-12 * 60)
        expect(offset).toBeLessThanOrEqual(14 * 60)
      }),
    )
  })

  it('knows which zones there are', () => {
    for (const name of ZONES) expect(isTimeZone(name), name).toBe(true)
    for (const name of ['', 'Mars/Olympus', 'Europe/', 'yesterday']) expect(isTimeZone(name), name).toBe(false)
    expect(() => wallClockAt(0, 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('the day of a person', () => {
  it('is the date on their wall clock, or the date before until their day starts', () => {
    fc.assert(
      fc.property(moment, ({ at, rule: r }) => {
        const { date, minutes } = wallClockAt(at, r.timeZone)
        expect(dayAt(at, r)).toBe(minutes >= r.dayStart ? date : addDays(date, -1))
        expect(dayAt(at, { ...r, dayStart: 0 })).toBe(date)
      }),
    )
  })

  it('never goes back, unless the clock of the zone does', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 3 * HOUR }), ({ at, rule: r }, later) => {
        const wentBack = wallMinutes(at + later, r.timeZone) < wallMinutes(at, r.timeZone)
        fc.pre(!wentBack)
        expect(dayAt(at + later, r) >= dayAt(at, r)).toBe(true)
      }),
    )
  })

  it('turns when the wall clock says the day start, also in a night of a clock change', () => {
    const berlin = (start: number) => ({ timeZone: 'Europe/Berlin', dayStart: start })
    // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC. 04:00 on the clock is 02:00 UTC.
    expect(dayAt(Date.UTC(2026, 2, 29, 1, 59), berlin(240))).toBe('2026-03-28')
    expect(dayAt(Date.UTC(2026, 2, 29, 2), berlin(240))).toBe('2026-03-29')
    // 02:30 never comes that night: the day starts with the first minute after it.
    expect(dayAt(Date.UTC(2026, 2, 29, 0, 59), berlin(150))).toBe('2026-03-28')
    expect(dayAt(Date.UTC(2026, 2, 29, 1), berlin(150))).toBe('2026-03-29')
    // 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC. 04:00 on the clock is 03:00 UTC.
    expect(dayAt(Date.UTC(2026, 9, 25, 2, 59), berlin(240))).toBe('2026-10-24')
    expect(dayAt(Date.UTC(2026, 9, 25, 3), berlin(240))).toBe('2026-10-25')
  })

  it('comes right where midnight itself is skipped or comes twice', () => {
    const saoPaulo = { timeZone: 'America/Sao_Paulo', dayStart: 0 }
    // 4 November 2018: 00:00 became 01:00.
    expect(dayAt(Date.UTC(2018, 10, 4, 2, 59), saoPaulo)).toBe('2018-11-03')
    expect(dayAt(Date.UTC(2018, 10, 4, 3), saoPaulo)).toBe('2018-11-04')
    expect(wallClockAt(Date.UTC(2018, 10, 4, 3), 'America/Sao_Paulo').minutes).toBe(60)
    // 17 February 2019: 00:00 became 23:00 of the 16th again, so the 16th had 25 hours.
    expect(dayAt(Date.UTC(2019, 1, 17, 2), saoPaulo)).toBe('2019-02-16')
    expect(dayAt(Date.UTC(2019, 1, 17, 2, 59), saoPaulo)).toBe('2019-02-16')
    expect(dayAt(Date.UTC(2019, 1, 17, 3), saoPaulo)).toBe('2019-02-17')
  })

  it('skips 30 December 2011 in Samoa, as Samoa did', () => {
    const apia = { timeZone: 'Pacific/Apia', dayStart: 0 }
    expect(dayAt(Date.UTC(2011, 11, 30, 9, 59), apia)).toBe('2011-12-29')
    expect(dayAt(Date.UTC(2011, 11, 30, 10), apia)).toBe('2011-12-31')
  })

  it('handles the half-hour change of Lord Howe', () => {
    const lordHowe = (start: number) => ({ timeZone: 'Australia/Lord_Howe', dayStart: start })
    // 5 April 2026: 02:00 (+11) becomes 01:30 (+10:30) at 15:00 UTC. 02:00 on the clock comes again at 15:30 UTC.
    expect(dayAt(Date.UTC(2026, 3, 4, 15, 29), lordHowe(120))).toBe('2026-04-04')
    expect(dayAt(Date.UTC(2026, 3, 4, 15, 30), lordHowe(120))).toBe('2026-04-05')
  })
})

describe('the wait until the day may turn', () => {
  it('is whole milliseconds, above none and at most an hour', () => {
    fc.assert(
      fc.property(moment, ({ at, rule: r }) => {
        const wait = msUntilDayMayTurn(at, r)
        expect(Number.isInteger(wait)).toBe(true)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(HOUR)
      }),
    )
  })

  it('ends at the turn: the same day a millisecond before, another one at it', () => {
    const nearTurn = fc
      .record({ at: instant, rule, back: fc.integer({ min: 1, max: HOUR - 1 }) })
      // The start of a day of that zone, found from the outside, then stepped back from.
      .map(({ at, rule: r, back }) => ({ at: firstMinuteOfDay(at, r) - back, rule: r }))
    let turns = 0
    fc.assert(
      fc.property(fc.oneof(nearTurn, nearJump), ({ at, rule: r }) => {
        const wait = msUntilDayMayTurn(at, r)
        const today = dayAt(at, r)
        expect(dayAt(at + wait - 1, r)).toBe(today)
        if (wait === HOUR) return
        turns++
        expect(dayAt(at + wait, r)).not.toBe(today)
      }),
    )
    expect(turns).toBeGreaterThan(20)
  })

  it('is exact', () => {
    const berlin = { timeZone: 'Europe/Berlin', dayStart: 240 }
    const turn = Date.UTC(2026, 10, 23, 3)
    expect(msUntilDayMayTurn(turn - 1, berlin)).toBe(1)
    expect(msUntilDayMayTurn(turn - 12_345, berlin)).toBe(12_345)
    expect(msUntilDayMayTurn(turn - HOUR, berlin)).toBe(HOUR)
    expect(msUntilDayMayTurn(turn - 2 * HOUR, berlin)).toBe(HOUR)
    expect(msUntilDayMayTurn(turn, berlin)).toBe(HOUR)
  })

  function firstMinuteOfDay(at: number, r: { timeZone: string; dayStart: number }): number {
    let minute = Math.floor(at / MINUTE) * MINUTE
    const today = dayAt(minute, r)
    while (dayAt(minute - 30 * MINUTE, r) === today) minute -= 30 * MINUTE
    while (dayAt(minute - MINUTE, r) === today) minute -= MINUTE
    return minute
  }
})
