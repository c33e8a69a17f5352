import { describe, expect, it } from 'vitest'
import { fieldsOfArchiving, fieldsOfGoal, fieldsOfVersion, type Goal, type GoalVersion, goalOf } from './goal.ts'
import { historyOf, streakOfStates } from './history.ts'
import { progressOn } from './progress.ts'
import { dayAt, madeRecords, pauseOf } from './records-for-tests.ts'
import type { Rule } from './rule.ts'

const version = (from: number, rule: Rule, rest: Partial<GoalVersion> = {}): GoalVersion => ({
  from: dayAt(from),
  rule,
  cadence: 'day',
  paused: false,
  ...rest,
})

function goal(metric: string, first: GoalVersion, ...fields: Parameters<typeof Object.assign>[1][]): Goal {
  const made = goalOf('g', Object.assign({}, fieldsOfGoal(metric, 1, first), ...fields))
  if (made === undefined) throw new Error('no goal')
  return made
}

const least = (low: number): Rule => ({ kind: 'atLeast', low })
const most = (high: number): Rule => ({ kind: 'atMost', high })

describe('a goal of every day', () => {
  it('is met by what is recorded, missed once a day is over, and open today', () => {
    const asked = goal('steps', version(0, least(8000)))
    const records = madeRecords({ values: { steps: [8000, 7999, null, 9000, 4000] }, today: 4, growing: ['steps'] })
    const states = [0, 1, 2, 3, 4].map((day) => progressOn(asked, dayAt(day), records)?.state)
    expect(states).toEqual(['met', 'missed', 'missed', 'met', 'open'])
    expect(progressOn(asked, dayAt(4), records)).toMatchObject({ share: 0.5, value: 4000 })
    expect(progressOn(asked, dayAt(-1), records)).toBeUndefined()
    expect(historyOf(asked, records)).toMatchObject({
      metDays: [dayAt(0), dayAt(3)],
      streak: { unit: 'day', current: 1, longest: 1 },
      versions: [{ met: 2, judged: 4 }],
    })
  })

  it('of at most something is met when the day is over, where the day may still grow, and missed when it is too much', () => {
    const asked = goal('calories', version(0, most(2000)))
    const on = (value: number | null, growing: readonly string[]) =>
      progressOn(asked, dayAt(1), madeRecords({ values: { calories: [1900, value] }, today: 1, growing }))
    expect(on(500, ['calories'])).toMatchObject({ state: 'open', share: 1 })
    expect(on(2001, ['calories'])).toMatchObject({ state: 'missed' })
    expect(on(null, ['calories'])).toMatchObject({ state: 'open', share: 0 })
    expect(on(500, [])).toMatchObject({ state: 'met', share: 1 })
    // A mean may come back.
    expect(on(2001, [])).toMatchObject({ state: 'open' })
  })

  it('holds over a pause of the person and a rest of its own, and a paused day that meets it counts', () => {
    const asked = goal(
      'steps',
      version(0, least(1)),
      fieldsOfVersion(version(4, least(1), { paused: true })),
      fieldsOfVersion(version(6, least(1))),
    )
    const steps = [1, null, 1, null, null, 1, 1]
    const records = madeRecords({ values: { steps }, pauses: [pauseOf(1, 1), pauseOf(3, 3)], today: 6 })
    expect(historyOf(asked, records).streak).toEqual({ unit: 'day', current: 4, longest: 4 })
    expect(historyOf(asked, { ...records, pauses: [] }).streak).toEqual({ unit: 'day', current: 2, longest: 2 })
  })

  it('[G1] judges each day by what it asked then, also after a change and when it is put away', () => {
    const asked = goal(
      'steps',
      version(0, least(5000)),
      fieldsOfVersion(version(2, least(9000))),
      fieldsOfArchiving(dayAt(4)),
    )
    const records = madeRecords({ values: { steps: [6000, 6000, 6000, 9500, 9500] }, today: 9 })
    const { metDays, versions } = historyOf(asked, records)
    expect(metDays).toEqual([dayAt(0), dayAt(1), dayAt(3)])
    expect(versions.map(({ end, met, judged }) => [end, met, judged])).toEqual([
      [dayAt(1), 2, 2],
      [dayAt(3), 1, 2],
    ])
  })

  it('[G2] follows a correction of an old day', () => {
    const asked = goal('steps', version(0, least(8000)))
    const before = historyOf(asked, madeRecords({ values: { steps: [8000, 10, 8000] }, today: 2 }))
    const after = historyOf(asked, madeRecords({ values: { steps: [8000, 8000, 8000] }, today: 2 }))
    expect([before.streak.current, after.streak.current]).toEqual([1, 3])
  })
})

describe('a weekly goal', () => {
  const asked = goal('sleep', version(0, least(7), { cadence: 'week' }))

  it('is the mean of the recorded days, of four at least, and is met when the week is over', () => {
    const week = [8, null, 6, 8, null, 6, null]
    const at = (today: number, sleep: (number | null)[]) =>
      progressOn(asked, dayAt(3), madeRecords({ values: { sleep }, today }))
    expect(at(6, week)).toMatchObject({ state: 'open', value: 7, recorded: 4, share: 1 })
    expect(at(7, week)).toMatchObject({ state: 'met' })
    expect(at(7, [8, null, 8, 8])).toMatchObject({ state: 'missed', value: 8, recorded: 3, share: 0.75 })
    expect(at(7, [6, 6, 6, 6])).toMatchObject({ state: 'missed' })
  })

  it('counts weeks in a row, and a week with a paused day holds', () => {
    const good = [8, 8, 8, 8, null, null, null]
    const sleep = [...good, ...Array<null>(7).fill(null), ...good, ...good, 8]
    const records = madeRecords({ values: { sleep }, pauses: [pauseOf(9, 9)], today: 28 })
    expect(historyOf(asked, records)).toMatchObject({
      streak: { unit: 'week', current: 3, longest: 3 },
      metWeeks: [{ from: dayAt(0), until: dayAt(6) }, { from: dayAt(14) }, { from: dayAt(21) }],
    })
    expect(historyOf(asked, { ...records, pauses: [] }).streak).toMatchObject({ current: 2 })
  })

  it('judges a week by what it asked on its last day', () => {
    const changed = goal(
      'sleep',
      version(0, least(7), { cadence: 'week' }),
      fieldsOfVersion(version(5, least(9), { cadence: 'week' })),
    )
    const sleep = [8, 8, 8, 8, 8, 8, 8]
    expect(historyOf(changed, madeRecords({ values: { sleep }, today: 8 })).metWeeks).toEqual([])
  })
})

describe('a goal by a date', () => {
  const asked = goal('weight', version(0, most(70), { cadence: 'byDate', until: dayAt(20) }))

  it('is reached on the first day on which the level does, and by no single reading', () => {
    const weight = [80, 78, 79, 60, 70, 70, 70, 69, 69, 69, 69, 69, 69, 69]
    const records = madeRecords({ values: { weight }, today: 13 })
    // The mean of the week that ends with day 7 is 70.9, of the next 69.6.
    expect(progressOn(asked, dayAt(3), records)?.state).toBe('open')
    expect(progressOn(asked, dayAt(7), records)?.state).toBe('open')
    expect(progressOn(asked, dayAt(9), records)).toMatchObject({ state: 'met', reachedOn: dayAt(8), share: 1 })
    expect(historyOf(asked, records).reached).toEqual([{ from: dayAt(0), until: dayAt(8) }])
  })

  it('is missed when its day is over, and not judged where it was changed before', () => {
    const weight = Array<number>(25).fill(75)
    const records = madeRecords({ values: { weight }, today: 21 })
    expect(progressOn(asked, dayAt(21), records)?.state).toBe('missed')
    expect(historyOf(asked, records).versions).toMatchObject([{ met: 0, judged: 1 }])
    const changed = goal(
      'weight',
      version(0, most(70), { cadence: 'byDate', until: dayAt(20) }),
      fieldsOfVersion(version(5, most(72), { cadence: 'byDate', until: dayAt(40) })),
    )
    expect(historyOf(changed, records).versions).toMatchObject([{ judged: 0 }, { judged: 0 }])
  })

  it('shows the part of the way that is done, and earns nothing where it was reached already', () => {
    const weight = [80, 80, 80, ...Array<number>(7).fill(75)]
    expect(progressOn(asked, dayAt(9), madeRecords({ values: { weight }, today: 9 }))?.share).toBe(0.5)
    const there = historyOf(
      goal('weight', version(3, most(80), { cadence: 'byDate', until: dayAt(20) })),
      madeRecords({ values: { weight }, today: 9 }),
    )
    expect(there.reached).toEqual([])
  })
})

it('a row of met days is ended by a missed one alone', () => {
  expect(streakOfStates(['met', 'paused', 'met', 'missed', 'met', 'open'])).toEqual({ current: 1, longest: 2 })
  expect(streakOfStates([])).toEqual({ current: 0, longest: 0 })
})
