import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDocument, emptyDocument, type Fields } from '../../../shared/document/document.ts'
import { mergeDocuments } from '../../../shared/document/merge.ts'
import type { Stamp } from '../../../shared/document/stamp.ts'
import {
  fieldsOfArchiving,
  fieldsOfGoal,
  fieldsOfReturn,
  fieldsOfVersion,
  type Goal,
  type GoalVersion,
  goalOf,
  versionOn,
} from './goal.ts'
import { dayAt } from './records-for-tests.ts'

const steps = (from: number, low: number): GoalVersion => ({
  from: dayAt(from),
  rule: { kind: 'atLeast', low },
  cadence: 'day',
  paused: false,
})

function read(...fields: Fields[]): Goal {
  const goal = goalOf('g', Object.assign({}, ...fields) as Fields)
  if (goal === undefined) throw new Error('no goal')
  return goal
}

describe('a goal as it is kept', () => {
  it('is read back as it was set', () => {
    const byDate: GoalVersion = {
      from: dayAt(0),
      rule: { kind: 'between', low: 70, high: 72 },
      cadence: 'byDate',
      until: dayAt(90),
      paused: false,
    }
    expect(read(fieldsOfGoal('weight', 7, byDate))).toEqual({
      id: 'g',
      metric: 'weight',
      weekStart: 7,
      versions: [byDate],
    })
  })

  it('[G1] keeps what it asked before a change, for the days before', () => {
    const goal = read(fieldsOfGoal('steps', 1, steps(0, 8000)), fieldsOfVersion(steps(10, 9000)))
    expect(versionOn(goal, dayAt(-1))).toBeUndefined()
    expect(versionOn(goal, dayAt(9))).toEqual(steps(0, 8000))
    expect(versionOn(goal, dayAt(10))).toEqual(steps(10, 9000))
  })

  it('asks nothing from the day on which it is put away, and rested until it is taken out again', () => {
    const kept = fieldsOfGoal('steps', 1, steps(0, 8000))
    const archived = read(kept, fieldsOfArchiving(dayAt(5)))
    expect(versionOn(archived, dayAt(4))?.paused).toBe(false)
    expect(versionOn(archived, dayAt(5))).toBeUndefined()
    const back = read(kept, fieldsOfArchiving(dayAt(5)), fieldsOfReturn(archived, dayAt(9)))
    expect([4, 5, 8, 9].map((index) => versionOn(back, dayAt(index))?.paused)).toEqual([false, true, true, false])
    // On the same day nothing has rested.
    expect(read(kept, fieldsOfArchiving(dayAt(5)), fieldsOfReturn(archived, dayAt(5))).versions).toHaveLength(2)
  })

  it('is none without a metric or a version, and passes over versions that are none', () => {
    expect(goalOf('g', {})).toBeUndefined()
    expect(goalOf('g', { metric: 'steps' })).toBeUndefined()
    expect(goalOf('g', { ...fieldsOfVersion(steps(0, 1)) })).toBeUndefined()
    const broken: Fields = {
      'rule@2026-02-31': { kind: 'atLeast', low: 1, cadence: 'day' },
      'rule@2026-02-01': null,
      'rule@2026-02-02': { kind: 'atLeast', low: 1, cadence: 'hour' },
      'rule@2026-02-03': { kind: 'atLeast', low: 1, cadence: 'byDate' },
      'rule@2026-02-04': { kind: 'atLeast', low: 1, cadence: 'byDate', until: '2026-02-03' },
      'rule@2026-02-05': ['atLeast', 1],
    }
    expect(read(fieldsOfGoal('steps', 1, steps(0, 8000)), broken).versions).toEqual([steps(0, 8000)])
    expect(goalOf('g', { metric: 'steps', ...broken })).toBeUndefined()
  })

  it('[G1] changed on two devices on one day is one goal with one of the two rules, whole, whoever hears first', () => {
    const stamp = fc.integer({ min: 1, max: 5 })
    const change = fc.record({ low: fc.nat(100), high: fc.integer({ min: 100, max: 200 }), stamp })
    fc.assert(
      fc.property(change, change, (a, b) => {
        const start = editDocument(emptyDocument('goal', 'g'), fieldsOfGoal('steps', 1, steps(0, 8000)), 0 as Stamp)
        const edited = (one: typeof a) =>
          editDocument(
            start,
            fieldsOfVersion({ ...steps(3, 0), rule: { kind: 'between', low: one.low, high: one.high } }),
            one.stamp as Stamp,
          )
        const there = goalOf('g', mergeDocuments(edited(a), edited(b)).fields)
        expect(goalOf('g', mergeDocuments(edited(b), edited(a)).fields)).toEqual(there)
        expect(there?.versions).toHaveLength(2)
        const rules = [a, b].map(({ low, high }) => ({ kind: 'between', low, high }))
        expect(rules).toContainEqual(there?.versions[1]?.rule)
      }),
    )
  })
})
