import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, datesBetween, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { PauseDates } from './day-marks.ts'
import { type Streak, streakOf } from './streak.ts'

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new TypeError(`${text} is no date`)
  return parsed
}

const TODAY = date('2024-03-15')
const dayNear = fc.integer({ min: -60, max: 8 }).map((offset) => addDays(TODAY, offset))
// Mostly logged, so that runs grow long, with a few days after today.
const loggedDays = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 70 }), fc.array(dayNear, { maxLength: 5 }))
  .map(([dice, more]) => [
    ...dice.flatMap((die, index) => (die < 8 ? [addDays(TODAY, index - dice.length + 3)] : [])),
    ...more,
  ])
const pause: fc.Arbitrary<PauseDates> = fc.record({
  from: dayNear,
  until: fc.option(dayNear, { nil: null, freq: 6 }),
})
const pauses = fc.array(pause, { maxLength: 3 })

/** The rules as a person would apply them, with a finger on a paper calendar. */
function slowStreak(logged: readonly CivilDate[], paused: readonly PauseDates[], today: CivilDate): Streak {
  const counts = (day: CivilDate) => logged.includes(day) && day <= today
  const holds = (day: CivilDate) => paused.some(({ from, until }) => from <= day && (until ?? '9999') >= day)
  const first = [...logged].sort((a, b) => (a < b ? -1 : 1))[0]
  const streak = { current: 0, longest: 0, todayLogged: counts(today), pausedToday: holds(today), strength: 0 }
  if (first === undefined || first > today) return streak

  const runEndingOn = (last: CivilDate) => {
    const days: CivilDate[] = []
    for (let day = last; day >= first; day = addDays(day, -1)) {
      if (counts(day)) days.unshift(day)
      else if (!holds(day) && day !== today) break
    }
    return days
  }
  const current = runEndingOn(today)
  let longest: CivilDate[] = []
  for (const day of datesBetween(first, today)) {
    const run = runEndingOn(day)
    if (counts(day) && run.length >= longest.length) longest = run
    if (counts(day)) streak.strength = 1 - (1 - streak.strength) * 0.5 ** (1 / 13)
    else if (!holds(day) && day !== today) streak.strength *= 0.5 ** (1 / 13)
  }
  const [start] = current
  const [longestFrom] = longest
  const longestUntil = longest.at(-1)
  return {
    ...streak,
    current: current.length,
    ...(start === undefined ? {} : { start }),
    longest: longest.length,
    ...(longestFrom === undefined ? {} : { longestFrom }),
    ...(longestUntil === undefined ? {} : { longestUntil }),
  }
}

describe('a streak', () => {
  it('is what a slow reading of the rules says', () => {
    let broken = 0
    let held = 0
    fc.assert(
      fc.property(loggedDays, pauses, (logged, paused) => {
        const expected = slowStreak(logged, paused, TODAY)
        const { strength, ...found } = streakOf(logged, paused, TODAY)
        expect({ ...found, strength: 0 }).toEqual({ ...expected, strength: 0 })
        expect(strength).toBeCloseTo(expected.strength, 10)
        if (expected.current < expected.longest) broken++
        if (expected.current > 0 && expected.pausedToday) held++
      }),
      { numRuns: 300 },
    )
    expect(broken).toBeGreaterThan(20)
    expect(held).toBeGreaterThan(20)
  })

  it('does not depend on the order of days or on duplicates', () => {
    fc.assert(
      fc.property(loggedDays, pauses, fc.infiniteStream(fc.nat()), (logged, paused, dice) => {
        const shuffled = [...logged, ...logged]
          .map((day) => ({ day, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ day }) => day)
        expect(streakOf(shuffled, [...paused].reverse(), TODAY)).toEqual(streakOf(logged, paused, TODAY))
      }),
    )
  })

  it('is never shortened by a day that is added, or by a pause', () => {
    fc.assert(
      fc.property(loggedDays, pauses, dayNear, pause, (logged, paused, day, morePause) => {
        const before = streakOf(logged, paused, TODAY)
        for (const after of [
          streakOf([...logged, day], paused, TODAY),
          streakOf(logged, [...paused, morePause], TODAY),
        ]) {
          expect(after.current).toBeGreaterThanOrEqual(before.current)
          expect(after.longest).toBeGreaterThanOrEqual(before.longest)
          expect(after.strength).toBeGreaterThanOrEqual(before.strength - 1e-12)
        }
      }),
    )
  })

  it('is not touched by dates after today', () => {
    fc.assert(
      fc.property(loggedDays, pauses, fc.integer({ min: 1, max: 4000 }), (logged, paused, ahead) => {
        const future = addDays(TODAY, ahead)
        expect(streakOf([...logged, future], paused, TODAY)).toEqual(streakOf(logged, paused, TODAY))
      }),
    )
    expect(streakOf([addDays(TODAY, 1)], [], TODAY)).toEqual({
      current: 0,
      longest: 0,
      todayLogged: false,
      pausedToday: false,
      strength: 0,
    })
  })

  it('survives a today that is still missing, and no other day', () => {
    const week = datesBetween(addDays(TODAY, -7), addDays(TODAY, -1))
    expect(streakOf(week, [], TODAY)).toMatchObject({ current: 7, start: week[0], todayLogged: false })
    expect(streakOf([...week, TODAY], [], TODAY)).toMatchObject({ current: 8, todayLogged: true })
    const tomorrow = streakOf(week, [], addDays(TODAY, 1))
    expect(tomorrow).toMatchObject({ current: 0, longest: 7, longestFrom: week[0], longestUntil: week[6] })
    expect(tomorrow).not.toHaveProperty('start')
  })

  it('is corrected by a day logged late', () => {
    const gap = date('2024-03-10')
    const logged = datesBetween(date('2024-03-01'), TODAY).filter((day) => day !== gap)
    expect(streakOf(logged, [], TODAY)).toMatchObject({ current: 5, start: '2024-03-11', longest: 9 })
    expect(streakOf([...logged, gap], [], TODAY)).toMatchObject({ current: 15, start: '2024-03-01', longest: 15 })
  })

  it('of equally long runs calls the latest the longest', () => {
    const logged = [...datesBetween(date('2024-03-01'), date('2024-03-03')), ...datesBetween(date('2024-03-13'), TODAY)]
    expect(streakOf(logged, [], TODAY)).toMatchObject({ current: 3, longest: 3, longestFrom: '2024-03-13' })
  })

  it('passes a leap day', () => {
    const logged = datesBetween(date('2024-02-01'), TODAY)
    expect(streakOf(logged, [], TODAY).current).toBe(29 + 15)
    const without = logged.filter((day) => day !== '2024-02-29')
    expect(streakOf(without, [], TODAY)).toMatchObject({ current: 15, longest: 28 })
    const commonYear = datesBetween(date('2023-02-27'), date('2023-03-01'))
    expect(streakOf(commonYear, [], date('2023-03-01')).current).toBe(3)
  })
})

describe('a pause', () => {
  const logged = [...datesBetween(date('2024-02-20'), date('2024-02-29')), TODAY]

  it('holds: its days neither count nor break', () => {
    const paused = [{ from: date('2024-03-01'), until: date('2024-03-14') }]
    expect(streakOf(logged, paused, TODAY)).toMatchObject({ current: 11, start: '2024-02-20' })
    expect(streakOf(logged, [{ from: date('2024-03-01'), until: date('2024-03-13') }], TODAY).current).toBe(1)
  })

  it('holds the strength too', () => {
    const beforePause = streakOf(logged.slice(0, -1), [], date('2024-02-29')).strength
    const open = [{ from: date('2024-03-01'), until: null }]
    const during = streakOf(logged.slice(0, -1), open, TODAY)
    expect(during).toMatchObject({ current: 10, pausedToday: true })
    expect(during.strength).toBe(beforePause)
  })

  it('lets a logged day inside it count', () => {
    const open = [{ from: date('2024-03-01'), until: null }]
    expect(streakOf([...logged, date('2024-03-07')], open, TODAY).current).toBe(12)
  })

  it('that ends before it begins is none', () => {
    expect(streakOf(logged, [{ from: date('2024-03-14'), until: date('2024-03-01') }], TODAY).current).toBe(1)
    expect(streakOf(logged, [{ from: date('2023-01-01'), until: date('2023-01-09') }], TODAY).current).toBe(1)
  })
})

describe('the strength', () => {
  const inARow = (days: number) => streakOf(datesBetween(addDays(TODAY, 1 - days), TODAY), [], TODAY).strength

  it("gives the figures of Loop Habit Tracker's own test of a daily habit", () => {
    const figures: readonly [days: number, strength: number][] = [
      [1, 0.051922],
      [2, 0.101149],
      [7, 0.311495],
      [13, 0.5],
      [20, 0.655747],
    ]
    // Within 1e-6, as in that test.
    for (const [days, strength] of figures) expect(Math.abs(inARow(days) - strength), `${days} days`).toBeLessThan(1e-6)
  })

  it('rises to a half in 13 days and to three quarters in 26', () => {
    expect(inARow(13)).toBeCloseTo(0.5, 12)
    expect(inARow(26)).toBeCloseTo(0.75, 12)
    expect(inARow(3650)).toBeLessThanOrEqual(1)
    expect(inARow(3650)).toBeGreaterThan(0.9999)
  })

  it('falls by half in 13 missed days, and not on a today that is still missing', () => {
    const logged = datesBetween(date('2023-06-01'), date('2023-12-31'))
    const full = streakOf(logged, [], date('2023-12-31')).strength
    expect(streakOf(logged, [], date('2024-01-01')).strength).toBe(full)
    expect(streakOf(logged, [], date('2024-01-14')).strength).toBeCloseTo(full / 2, 12)
  })

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(loggedDays, pauses, (logged, paused) => {
        const { strength } = streakOf(logged, paused, TODAY)
        expect(strength >= 0 && strength <= 1).toBe(true)
      }),
    )
  })
})

describe('days as people live them', () => {
  const HOUR = 3_600_000
  const nights: readonly [timeZone: string, from: number][] = [
    ['Europe/Berlin', Date.UTC(2026, 2, 22)],
    ['Europe/Berlin', Date.UTC(2026, 9, 18)],
    ['America/New_York', Date.UTC(2026, 2, 1)],
    ['America/Sao_Paulo', Date.UTC(2018, 10, 1)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 1)],
    ['Asia/Kolkata', Date.UTC(2026, 3, 1)],
  ]

  it.each(nights)(
    'one entry in every day of two weeks around a clock change is a streak of all of them: %s',
    (timeZone, from) => {
      for (const dayStart of [0, 240, 360]) {
        const rule = { timeZone, dayStart }
        const hours = Array.from({ length: 14 * 24 }, (_, hour) => dayAt(from + hour * HOUR, rule))
        const today = hours.at(-1) ?? TODAY
        const { current, longest, start } = streakOf(hours, [], today)
        expect(current).toBe(new Set(hours).size)
        expect(longest).toBe(current)
        expect(start).toBe(hours[0])
        expect(current).toBeGreaterThanOrEqual(14)
      }
    },
  )

  it('an entry after midnight and before the day start counts for the day before', () => {
    const rule = { timeZone: 'Europe/Berlin', dayStart: 240 }
    // 23:30, then 00:30 of the night the clocks go forward, then 23:30.
    const entries = [Date.UTC(2026, 2, 27, 22, 30), Date.UTC(2026, 2, 28, 23, 30), Date.UTC(2026, 2, 29, 21, 30)]
    const days = entries.map((at) => dayAt(at, rule))
    expect(days).toEqual(['2026-03-27', '2026-03-28', '2026-03-29'])
    expect(streakOf(days, [], date('2026-03-29')).current).toBe(3)
  })

  it('a flight over the date line counts a day that came twice once', () => {
    const auckland = { timeZone: 'Pacific/Auckland', dayStart: 0 }
    const losAngeles = { timeZone: 'America/Los_Angeles', dayStart: 0 }
    const takeOff = Date.UTC(2026, 5, 10, 7)
    const days = [
      dayAt(takeOff - 24 * HOUR, auckland),
      dayAt(takeOff, auckland),
      dayAt(takeOff + 13 * HOUR, losAngeles),
      dayAt(takeOff + 37 * HOUR, losAngeles),
    ]
    expect(days).toEqual(['2026-06-09', '2026-06-10', '2026-06-10', '2026-06-11'])
    expect(streakOf(days, [], date('2026-06-11')).current).toBe(3)
  })
})

describe('twenty years of days', () => {
  /** The shortest of some runs, ms. */
  const timeOf = (logged: readonly CivilDate[]) => {
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 40; round++) {
      const begin = performance.now()
      expect(streakOf(logged, [], TODAY).current).toBe(logged.length)
      best = Math.min(best, performance.now() - begin)
    }
    return best
  }

  it('cost in proportion to two years, so that no history is too long', () => {
    const logged = datesBetween(date('2006-11-24'), TODAY)
    const two = timeOf(logged.slice(-730))
    // Ten times the days; a pass over all days for each day would be a hundred times the work.
    expect(timeOf(logged) / two).toBeLessThan(20)
  })
})
