import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, daysBetween } from '../../shared/calendar/civil-date.ts'
import { dayAt as todayAt } from '../../shared/calendar/day-clock.ts'
import { BOARDS, type Board } from '../../shared/leaderboard/board.ts'
import { refusalOf } from '../../shared/leaderboard/judge-score.ts'
import { ALL_TIME, monthOf, type Period, periodBefore, weekOf } from '../../shared/leaderboard/period.ts'
import { LEADERBOARD_LIMITS } from '../../shared/leaderboard/protocol.ts'
import { fieldsOfGoal, type Goal, type GoalVersion, goalOf } from '../insight/goal/goal.ts'
import { dayAt, FIRST, type MadeRecords, madeRecords, pauseOf } from '../insight/goal/records-for-tests.ts'
import type { Rule } from '../insight/goal/rule.ts'
import { openPeriods, type ScoreSources, scoresOf } from './scores.ts'

function goal(metric: string, rule: Rule, rest: Partial<GoalVersion> = {}): Goal {
  const made = goalOf(metric, fieldsOfGoal(metric, 1, { from: FIRST, rule, cadence: 'day', paused: false, ...rest }))
  if (made === undefined) throw new Error('no goal')
  return made
}

function sources(made: MadeRecords, ...goals: Goal[]): ScoreSources {
  const records = madeRecords(made)
  const days = Array.from({ length: 400 }, (_, index) => dayAt(index - 10))
  return { records, goals, first: FIRST, logged: days.filter((date) => records.isLogged(date)) }
}

const score = (board: Board, period: Period, from: ScoreSources) => scoresOf([board], [period], from)[0]?.score

/** Of the first Monday of the records. */
const WEEK = weekOf(FIRST)

describe('the periods that are published', () => {
  it('are those of the day, and the last week and month while they take scores', () => {
    const monday = '2026-11-30' as CivilDate
    expect(openPeriods('2026-11-27' as CivilDate, Date.UTC(2026, 10, 27, 8))).toEqual(['2026-W48', '2026-11', 'all'])
    expect(openPeriods(monday, Date.UTC(2026, 10, 30, 8))).toEqual(['2026-W49', '2026-11', 'all', '2026-W48'])
    const both = openPeriods('2026-06-01' as CivilDate, Date.UTC(2026, 5, 1, 8))
    expect(both).toEqual(['2026-W23', '2026-06', 'all', '2026-W22', '2026-05'])
    expect(both.length * BOARDS.length).toBeLessThanOrEqual(LEADERBOARD_LIMITS.scores)
  })
})

describe('what is published', () => {
  it('of steps is the whole steps of the days so far', () => {
    const from = sources({ values: { steps: [1000.9, null, 2000, 0, 0, 0, 0, 4000, 9999] }, today: 7 })
    expect(score('steps', WEEK, from)).toBe(3000)
    expect(score('steps', weekOf(dayAt(7)), from)).toBe(4000)
    expect(score('steps', monthOf(FIRST), from)).toBe(7000)
    expect(score('steps', ALL_TIME, from)).toBe(7000)
    expect(score('steps', '2025-12' as Period, from)).toBe(0)
  })

  it('of sleep is the nights within the range of a goal, not the hours, each once', () => {
    const nights = { values: { sleep: [7, 9, 8, null, 12, 8] }, today: 5 }
    const range: Rule = { kind: 'between', low: 7, high: 8.5 }
    expect(score('sleep', WEEK, sources(nights))).toBe(0)
    expect(score('sleep', WEEK, sources(nights, goal('sleep', range)))).toBe(3)
    expect(score('sleep', WEEK, sources(nights, goal('sleep', range, { cadence: 'week' })))).toBe(3)
    const least = goal('sleep', { kind: 'atLeast', low: 7 })
    expect(score('sleep', WEEK, sources(nights, goal('sleep', range), least))).toBe(5)
    const byDate = goal('sleep', range, { cadence: 'byDate', until: dayAt(90) })
    expect(score('sleep', WEEK, sources(nights, byDate))).toBe(0)
    expect(score('sleep', WEEK, sources(nights, goal('sleep', range, { from: dayAt(2) })))).toBe(2)
  })

  it('of calories is the days within the goal, and a day that may still become too much once it is over', () => {
    const eaten = { values: { calories: [1900, 2100, null, 1800] }, growing: ['calories'] }
    const asked = goal('calories', { kind: 'atMost', high: 2000 })
    expect(score('calories', WEEK, sources({ ...eaten, today: 3 }, asked))).toBe(1)
    expect(score('calories', WEEK, sources({ ...eaten, today: 4 }, asked))).toBe(2)
  })

  it('of a streak is the longest that reaches into the period, with the days before it', () => {
    const logged = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13]
    const from = sources({ logged, pauses: [pauseOf(12, 12)], today: 14 })
    expect(score('streak', WEEK, from)).toBe(7)
    expect(score('streak', weekOf(dayAt(7)), from)).toBe(9)
    expect(score('streak', ALL_TIME, from)).toBe(9)
    expect(score('streak', weekOf(dayAt(14)), from)).toBe(0)
    // A week that is paused altogether.
    const away = sources({ logged: [0, 1, 2, 3, 4, 5, 6], pauses: [pauseOf(7, 15)], today: 15 })
    expect(score('streak', weekOf(dayAt(7)), away)).toBe(7)
    // Not broken yet, and nothing logged on it either.
    expect(score('streak', weekOf(dayAt(7)), sources({ logged: [4, 5, 6], today: 7 }))).toBe(0)
    expect(score('streak', weekOf(dayAt(7)), sources({ logged: [4, 5, 6, 7], today: 7 }))).toBe(4)
  })
})

const someDays = fc.array(fc.option(fc.double({ min: -1, max: 2e5, noNaN: true }), { nil: null }), {
  minLength: 1,
  maxLength: 70,
})
const rule = fc.oneof(
  fc.record({ kind: fc.constant('atLeast' as const), low: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ kind: fc.constant('atMost' as const), high: fc.integer({ min: 0, max: 10 }) }),
)

describe('whatever the days hold', () => {
  it('[B3] the server takes it, in every time zone, with every day start and at every hour', () => {
    const zone = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Europe/Berlin', 'America/New_York')
    const hour = fc.integer({ min: 0, max: 24 * 60 * 60 })
    fc.assert(
      fc.property(
        someDays,
        rule,
        fc.array(fc.nat(90)),
        zone,
        fc.nat(360),
        hour,
        (values, asked, logged, timeZone, dayStart, minutes) => {
          const now = Date.UTC(2026, 0, 5) + minutes * 60_000
          const today = todayAt(now, { timeZone, dayStart })
          const made = { values: { steps: values, sleep: values, calories: values }, growing: ['steps', 'calories'] }
          const from = sources(
            { ...made, logged, today: daysBetween(FIRST, today) },
            goal('sleep', asked),
            goal('calories', asked),
          )
          const published = scoresOf(BOARDS, openPeriods(today, now), from)
          expect(published.length).toBeGreaterThanOrEqual(12)
          for (const one of published) expect([one, refusalOf(one, now)]).toEqual([one, undefined])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[B2] a score is of its dates alone: what is recorded on other days, or after today, changes nothing', () => {
    fc.assert(
      fc.property(someDays, someDays, fc.nat(60), (values, others, today) => {
        const week = weekOf(dayAt(today))
        const from = sources({ values: { steps: values }, today })
        const last = daysBetween(FIRST, addDays(dayAt(today), 0))
        const first = Math.floor(last / 7) * 7
        const changed = Array.from({ length: 70 }, (_, day) =>
          day >= first && day <= last ? (values[day] ?? null) : (others[day] ?? null),
        )
        const elsewhere = sources({ values: { steps: changed }, today })
        expect(score('steps', week, elsewhere)).toBe(score('steps', week, from))
      }),
    )
  })

  it('a period is no more than all time, and a week before it is over no more than after', () => {
    fc.assert(
      fc.property(someDays, fc.nat(60), fc.constantFrom(...BOARDS), (values, today, board) => {
        const asked = goal('sleep', { kind: 'atLeast', low: 3 })
        const at = (day: number) => sources({ values: { steps: values, sleep: values }, today: day }, asked)
        const week = weekOf(dayAt(today))
        expect(score(board, week, at(today))).toBeLessThanOrEqual(score(board, ALL_TIME, at(today)) ?? -1)
        expect(score(board, week, at(today))).toBeLessThanOrEqual(score(board, week, at(today + 7)) ?? -1)
        expect(score('steps', periodBefore(week) ?? week, at(today))).toBe(
          score('steps', periodBefore(week) ?? week, at(today + 7)),
        )
      }),
    )
  })
})
