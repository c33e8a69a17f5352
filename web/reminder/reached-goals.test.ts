import { describe, expect, it } from 'vitest'
import { fieldsOfArchiving, fieldsOfGoal, type GoalVersion, goalOf } from '../insight/goal/goal.ts'
import { dayAt, madeRecords } from '../insight/goal/records-for-tests.ts'
import { firstDayOf, reachedGoals } from './reached-goals.ts'

/** A goal for steps from the 29th day on, a Monday, after four weeks that say where somebody stands. */
const FROM = 28
function goal(cadence: GoalVersion['cadence'], low: number, more: object = {}) {
  const version = { from: dayAt(FROM), rule: { kind: 'atLeast', low }, cadence, paused: false } as const
  const until = cadence === 'byDate' ? { until: dayAt(FROM + 60) } : {}
  const made = goalOf('a', { ...fieldsOfGoal('steps', 1, { ...version, ...until }), ...more })
  if (made === undefined) throw new Error('no goal')
  return made
}
const steps = (...values: readonly number[]) => [...Array<number>(FROM).fill(5000), ...values]
const reachedAt = (today: number, values: readonly number[], one = goal('day', 8000)) =>
  reachedGoals([one], madeRecords({ values: { steps: values }, today: FROM + today, growing: ['steps'] }))

describe('a goal that has been reached', () => {
  it('of a day is news on its day alone', () => {
    const values = steps(9000, 7000)
    expect(reachedAt(0, values)).toEqual([{ id: 'a', metric: 'steps', of: 'day', since: dayAt(FROM) }])
    expect(reachedAt(1, values)).toEqual([])
  })

  it('of a week is news once the week is over, and until the next one is', () => {
    const weekly = goal('week', 8000)
    const values = steps(9000, 9000, 9000, 9000, 9000, 9000, 9000, 1, 1, 1, 1, 1, 1, 1)
    expect([0, 3, 6].map((today) => reachedAt(today, values, weekly))).toEqual([[], [], []])
    for (const today of [7, 10, 13])
      expect(reachedAt(today, values, weekly)).toEqual([{ id: 'a', metric: 'steps', of: 'week', since: dayAt(FROM) }])
    expect(reachedAt(14, values, weekly)).toEqual([])
  })

  it('by a date is news for a week from the day on which the level held, and not where it held before', () => {
    const byDate = goal('byDate', 8000)
    const values = steps(...Array<number>(30).fill(9000))
    // The mean of a week is 8 000 and more with the sixth day of 9 000.
    expect(reachedAt(4, values, byDate)).toEqual([])
    for (const today of [5, 11])
      expect(reachedAt(today, values, byDate)).toEqual([{ id: 'a', metric: 'steps', of: 'date', since: dayAt(FROM) }])
    expect(reachedAt(12, values, byDate)).toEqual([])
    expect(reachedAt(3, values, goal('byDate', 4000))).toEqual([])
  })

  it('is none that was put away', () => {
    expect(reachedAt(0, steps(9000), goal('day', 8000, fieldsOfArchiving(dayAt(FROM))))).toEqual([])
  })

  it('is found with no value from before the first day that has a say', () => {
    const values = steps(...Array<number>(30).fill(9000))
    for (const one of [goal('day', 8000), goal('week', 8000), goal('byDate', 8000)])
      for (const today of [0, 5, 7, 20]) {
        const first = firstDayOf([one], dayAt(FROM + today))
        const late = values.map((value, index) => (dayAt(index) < first ? 0 : value))
        expect(reachedAt(today, late, one)).toEqual(reachedAt(today, values, one))
      }
  })
})
