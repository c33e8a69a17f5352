import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { LATEST_DAY_START, dayAt as todayAt } from '../../../shared/calendar/day-clock.ts'
import { isPausedOn } from '../day-marks.ts'
import { TURN_DAYS } from '../goal/records.ts'
import { dayAt, type MadeRecords, madeRecords, pauseOf } from '../goal/records-for-tests.ts'
import type { Challenge } from './challenge.ts'
import { doesTask, standingOf } from './standing.ts'

const challenge = (days: number, within = days, rest: Partial<Challenge> = {}): Challenge => ({
  id: 'c',
  plan: { name: 'x', task: { of: 'value', metric: 'steps', rule: { kind: 'atLeast', low: 10_000 } }, days, within },
  from: dayAt(0),
  ...rest,
})

const OK = 10_000
const steps = (values: readonly (number | null)[], today: number, rest: Partial<MadeRecords> = {}) =>
  madeRecords({ values: { steps: values }, today, ...rest })
const states = (one: Challenge, records: ReturnType<typeof steps>) =>
  standingOf(one, records).days.map(({ state }) => state)

describe('a challenge of each of seven days', () => {
  it('goes on day by day, and shows the days it still takes', () => {
    expect(standingOf(challenge(7), steps([], 0))).toMatchObject({ state: 'running', count: 0 })
    expect(states(challenge(7), steps([OK, OK, null], 2))).toEqual([
      'met',
      'met',
      'open',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(states(challenge(7), steps([OK, OK, OK], 2))).toEqual([
      'met',
      'met',
      'met',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
  })

  it('[G4] is completed on the seventh day, by no day less', () => {
    expect(standingOf(challenge(7), steps(Array(6).fill(OK), 6))).toMatchObject({ state: 'running', count: 6 })
    expect(standingOf(challenge(7), steps(Array(7).fill(OK), 6))).toMatchObject({
      state: 'completed',
      countsFrom: dayAt(0),
      endedOn: dayAt(6),
    })
    // One entry, however large, is one day.
    expect(standingOf(challenge(7), steps([1e12], 6))).toMatchObject({ state: 'failed', endedOn: dayAt(1) })
  })

  it('[G2] fails when a day is over without it, and a late or corrected record makes it good', () => {
    expect(standingOf(challenge(7), steps([OK, 9999, OK], 2))).toMatchObject({ state: 'failed', endedOn: dayAt(1) })
    expect(standingOf(challenge(7), steps([OK, null, OK], 2))).toMatchObject({ state: 'failed', endedOn: dayAt(1) })
    expect(standingOf(challenge(7), steps([OK, OK, OK], 2))).toMatchObject({ state: 'running', count: 3 })
    const done = Array<number>(7).fill(OK)
    expect(standingOf(challenge(7), steps(done.with(3, 0), 30)).state).toBe('failed')
    expect(standingOf(challenge(7), steps(done, 30)).state).toBe('completed')
  })

  it('holds over a paused day, which takes no day of it', () => {
    const values = [OK, null, OK, OK, OK, OK, OK]
    expect(standingOf(challenge(7), steps(values, 6, { pauses: [pauseOf(1, 1)] }))).toMatchObject({
      state: 'running',
      count: 6,
    })
    expect(standingOf(challenge(7), steps([...values, OK], 7, { pauses: [pauseOf(1, 1)] }))).toMatchObject({
      state: 'completed',
      endedOn: dayAt(7),
    })
    expect(standingOf(challenge(7), steps([OK], 40, { pauses: [pauseOf(1, null)] }))).toMatchObject({
      state: 'running',
      count: 1,
    })
  })

  it('is given up, and what was completed before stays so', () => {
    expect(standingOf(challenge(7, 7, { stopped: dayAt(2) }), steps([OK, OK, OK], 2))).toMatchObject({
      state: 'stopped',
      count: 2,
    })
    expect(standingOf(challenge(2, 2, { stopped: dayAt(2) }), steps([OK, OK], 5)).state).toBe('completed')
    expect(standingOf(challenge(2, 2, { stopped: dayAt(0) }), steps([OK, OK], 5)).state).toBe('stopped')
  })
})

describe('a challenge of days in a row', () => {
  it('begins again after a missed day, and expires when too few days are left', () => {
    const five = challenge(5, 14)
    expect(standingOf(five, steps([OK, OK, 0, OK], 4))).toMatchObject({ state: 'running', count: 1 })
    expect(standingOf(five, steps([0, 0, 0, OK, OK, OK, OK, OK], 9))).toMatchObject({
      state: 'completed',
      countsFrom: dayAt(3),
      endedOn: dayAt(7),
    })
    // After nine missed days the last five may still be it, after ten not.
    expect(standingOf(five, steps([], 9))).toMatchObject({ state: 'running' })
    expect(standingOf(five, steps([], 10))).toMatchObject({ state: 'expired', endedOn: dayAt(9) })
  })

  it('of logged days counts days with any entry', () => {
    const logged: Challenge = { ...challenge(3), plan: { name: 'x', task: { of: 'logged' }, days: 3, within: 6 } }
    expect(standingOf(logged, madeRecords({ logged: [0, 2, 3, 4], today: 4 }))).toMatchObject({
      state: 'completed',
      countsFrom: dayAt(2),
    })
  })

  it('of a recorded metric counts days with any value of it', () => {
    const recorded: Challenge = {
      ...challenge(2),
      plan: { name: 'x', task: { of: 'recorded', metric: 'steps' }, days: 2, within: 2 },
    }
    expect(standingOf(recorded, steps([0, 1], 1)).state).toBe('completed')
    expect(standingOf(recorded, steps([null, 1], 1)).state).toBe('failed')
  })
})

const pause = fc
  .tuple(fc.nat(20), fc.option(fc.nat(5)))
  .map(([from, days]) => pauseOf(from, days === null ? null : from + days))
const world = fc.record({
  values: fc.array(fc.constantFrom(OK, OK, OK, OK, 0, null), { maxLength: 24 }),
  pauses: fc.array(pause, { maxLength: 2 }),
  today: fc.nat(24),
  days: fc.integer({ min: 2, max: 6 }),
  spare: fc.nat(8),
})

describe('whatever the records', () => {
  it('[G4] a completed challenge has all its days: in a row, met or held by a pause, within the days there were', () => {
    let completed = 0
    fc.assert(
      fc.property(world, ({ values, pauses, today, days, spare }) => {
        const one = challenge(days, days + spare)
        const records = steps(values, today, { pauses })
        const { state, countsFrom, endedOn } = standingOf(one, records)
        expect(state === 'completed').toBe(countsFrom !== undefined)
        if (countsFrom === undefined || endedOn === undefined) return
        completed += 1
        const span = Array.from({ length: daysBetween(countsFrom, endedOn) + 1 }, (_, index) =>
          addDays(countsFrom, index),
        )
        expect(span.filter((date) => doesTask(one.plan.task, date, records))).toHaveLength(days)
        for (const date of span) expect(doesTask(one.plan.task, date, records) || isPausedOn(pauses, date)).toBe(true)
        const used = Array.from({ length: daysBetween(one.from, endedOn) + 1 }, (_, index) => dayAt(index))
        const counted = used.filter((date) => doesTask(one.plan.task, date, records) || !isPausedOn(pauses, date))
        expect(counted.length).toBeLessThanOrEqual(days + spare)
      }),
    )
    expect(completed).toBeGreaterThan(0)
  })

  it('[G5] no other time zone or day start takes a finished challenge back, nor does time', () => {
    let held = 0
    fc.assert(
      fc.property(world, fc.integer({ min: -2, max: 400 }), ({ values, pauses, today, days, spare }, turn) => {
        const one = challenge(days, days + spare)
        // Nothing can be recorded for a day that has not begun.
        const records = steps(values.slice(0, today + 1), today, { pauses })
        const before = standingOf(one, records)
        if (before.state !== 'completed') return
        held += 1
        expect(standingOf(one, { ...records, today: addDays(records.today, turn) })).toEqual(before)
      }),
    )
    expect(held).toBeGreaterThan(0)
  })

  it('[G5] nor a day of it: seen from a day earlier, what was missed or paused on the way still is', () => {
    const one = challenge(2, 4)
    const seen = (values: Parameters<typeof steps>[0], today: number) =>
      standingOf(one, steps(values, today, { pauses: [pauseOf(1, 1)] })).days.map(({ state }) => state)
    for (const turn of [0, -1, -2]) {
      expect(seen([OK, null, OK], 2 + turn)).toEqual(['met', 'paused', 'met'])
      expect(seen([0, null, OK, OK], 3 + turn)).toEqual(['missed', 'paused', 'met', 'met'])
      expect(seen([OK, null, 0, OK, OK], 4 + turn)).toEqual(['met', 'paused', 'missed', 'met', 'met'])
    }
  })

  it('[G5] today lies no further ahead in one zone with one day start than in another than what is allowed for', () => {
    const zone = fc.constantFrom(
      'Pacific/Kiritimati',
      'Etc/GMT+12',
      'Pacific/Honolulu',
      'Asia/Kolkata',
      'Europe/Berlin',
      'Pacific/Auckland',
    )
    const rule = fc.record({ timeZone: zone, dayStart: fc.integer({ min: 0, max: LATEST_DAY_START }) })
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
    fc.assert(
      fc.property(instant, rule, rule, (at, one, other) => {
        expect(Math.abs(daysBetween(todayAt(at, one), todayAt(at, other)))).toBeLessThanOrEqual(TURN_DAYS)
      }),
      { numRuns: 1000 },
    )
    // And it is as far: at this instant it is already the 3rd on one island, and with a late day start still the 1st.
    const late = Date.UTC(2026, 5, 2, 10, 30)
    expect(todayAt(late, { timeZone: 'Pacific/Kiritimati', dayStart: 0 })).toBe('2026-06-03')
    expect(todayAt(late, { timeZone: 'Etc/GMT+12', dayStart: 0 })).toBe('2026-06-01')
  })

  it('ends once: what has failed or expired does not run again by the passing of days', () => {
    fc.assert(
      fc.property(world, fc.nat(30), ({ values, pauses, today, days, spare }, later) => {
        const one = challenge(days, days + spare)
        const records = steps(values.slice(0, today + 1), today, { pauses })
        const now = standingOf(one, records)
        if (now.state === 'running') return
        expect(standingOf(one, { ...records, today: addDays(records.today, later) })).toEqual(now)
      }),
    )
  })

  it('while it runs its days are those in a row, and as many as it takes', () => {
    fc.assert(
      fc.property(world, ({ values, pauses, today, days, spare }) => {
        const one = challenge(days, days + spare)
        const { state, count, days: shown } = standingOf(one, steps(values.slice(0, today + 1), today, { pauses }))
        expect(shown.map(({ date }) => date)).toEqual(shown.map((_, index) => dayAt(index)))
        if (state !== 'running') return
        const toCome = shown.filter((day) => day.state === 'ahead' || day.state === 'open').length
        expect(count + toCome).toBe(days)
      }),
    )
  })
})
