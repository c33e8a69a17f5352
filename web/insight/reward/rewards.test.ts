import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import {
  type Document,
  editDocument,
  emptyDocument,
  type Fields,
  isDeleted,
} from '../../../shared/document/document.ts'
import { mergeDocuments } from '../../../shared/document/merge.ts'
import type { Stamp } from '../../../shared/document/stamp.ts'
import { type ChallengePlan, challengeOf, fieldsOfChallenge } from '../challenge/challenge.ts'
import { KNOWN_CHALLENGES } from '../challenge/known.ts'
import { fieldsOfGoal, fieldsOfVersion, goalOf } from '../goal/goal.ts'
import type { Records } from '../goal/records.ts'
import { dayAt, madeRecords } from '../goal/records-for-tests.ts'
import { countedOnce } from './counted-once.ts'
import { badgeId, type Rewards, rewardsOf } from './rewards.ts'

const stepsWeek = KNOWN_CHALLENGES[0]?.plan as ChallengePlan
const stepsGoal = (from: number, low: number) =>
  ({ from: dayAt(from), rule: { kind: 'atLeast', low }, cadence: 'day', paused: false }) as const

/** What stands in some documents, told as a device tells it. */
function rewardsFrom(documents: Iterable<Document>, today: CivilDate): Rewards {
  const kept = [...documents].filter((document) => !isDeleted(document))
  const of = (collection: string) => kept.filter((document) => document.collection === collection)
  const days = new Map(of('day').map(({ id, fields }) => [id, fields['steps']]))
  const records: Records = {
    valueOn: (metric, date) => {
      const value = metric === 'steps' ? days.get(date) : undefined
      return typeof value === 'number' ? value : undefined
    },
    isLogged: (date) => typeof days.get(date) === 'number',
    grows: () => true,
    pauses: [],
    today,
  }
  const logged = [...days].filter(([, value]) => typeof value === 'number').map(([date]) => date as CivilDate)
  const goals = of('goal').map(({ id, fields }) => goalOf(id, fields))
  const challenges = of('challenge').map(({ id, fields }) => challengeOf(id, fields))
  const there = <One>(one: One | undefined): one is One => one !== undefined
  return rewardsOf({ logged, goals: goals.filter(there), challenges: challenges.filter(there) }, records)
}

describe('rewards', () => {
  it('are read off the records: days, goals, challenges and milestones, each for what it is worth', () => {
    const steps = Array<number>(7).fill(10_000)
    const records = madeRecords({ values: { steps }, today: 6 })
    const goal = goalOf('g', fieldsOfGoal('steps', 1, stepsGoal(0, 9000)))
    const challenge = challengeOf('c', fieldsOfChallenge(stepsWeek, dayAt(0)))
    if (goal === undefined || challenge === undefined) throw new Error('none')
    const logged = steps.map((_, index) => dayAt(index))
    const rewards = rewardsOf({ logged, goals: [goal], challenges: [challenge] }, records)
    expect(rewards.lines).toEqual([
      { kind: 'logged', count: 7, points: 7 },
      { kind: 'milestones', count: 1, points: 7 },
      { kind: 'goal-days', count: 7, points: 14 },
      { kind: 'challenges', count: 1, points: 70 },
    ])
    expect(rewards.points).toBe(98)
    expect(rewards.badges.map(badgeId)).toEqual([
      badgeId({ kind: 'challenge', plan: stepsWeek }),
      'goal-days:steps:7',
      'streak:7',
    ])
    expect(rewards.badges.every(({ on, times }) => on === dayAt(6) && times === 1)).toBe(true)
  })

  it('are none where nothing is recorded', () => {
    expect(rewardsOf({ logged: [], goals: [], challenges: [] }, madeRecords({ today: 0 }))).toEqual({
      points: 0,
      lines: [],
      badges: [],
    })
  })

  it('[G6] are not doubled by a twin of a goal or of a challenge, nor by one begun again over the same days', () => {
    const steps = Array<number>(16).fill(12_000)
    const records = madeRecords({ values: { steps }, today: 15 })
    const of = (goals: number, from: readonly number[]) =>
      rewardsOf(
        {
          logged: [],
          goals: Array.from({ length: goals }, (_, index) =>
            goalOf(`g${index}`, fieldsOfGoal('steps', 1, stepsGoal(0, 9000 + index))),
          ).filter((one) => one !== undefined),
          challenges: from
            .map((day, index) =>
              challengeOf(`c${index}`, fieldsOfChallenge({ ...stepsWeek, name: `n${index}` }, dayAt(day))),
            )
            .filter((one) => one !== undefined),
        },
        records,
      )
    expect(of(2, [0, 0, 1, 6])).toEqual(of(1, [0]))
    // Other days are another time.
    const twice = of(1, [0, 7])
    expect(twice.lines.find(({ kind }) => kind === 'challenges')).toEqual({ kind: 'challenges', count: 2, points: 140 })
    expect(twice.badges.find(({ kind }) => kind === 'challenge')).toMatchObject({ times: 2, on: dayAt(6) })
  })

  it('stay when another time zone or day start turns today back', () => {
    const steps = Array<number>(7).fill(10_000)
    const all = (today: number) => {
      const challenge = challengeOf('c', fieldsOfChallenge(stepsWeek, dayAt(0)))
      const goal = goalOf('g', fieldsOfGoal('steps', 1, stepsGoal(0, 9000)))
      if (goal === undefined || challenge === undefined) throw new Error('none')
      return rewardsOf(
        { logged: steps.map((_, index) => dayAt(index)), goals: [goal], challenges: [challenge] },
        madeRecords({ values: { steps }, today }),
      )
    }
    expect(all(5)).toEqual(all(6))
    expect(all(4)).toEqual(all(6))
  })
})

interface Edit {
  readonly device: number
  readonly collection: string
  readonly id: string
  readonly fields: Fields
}

const device = fc.nat(2)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(device, fc.nat(15), fc.constantFrom(12_000, 12_000, 12_000, 10, null))
      .map(([at, day, steps]) => ({ device: at, collection: 'day', id: dayAt(day), fields: { steps } })),
  },
  fc.tuple(device, fc.nat(2), fc.nat(8), fc.constantFrom(8000, 11_000)).map(([at, id, from, low]) => ({
    device: at,
    collection: 'goal',
    id: `g${id}`,
    fields: { ...fieldsOfGoal('steps', 1, stepsGoal(from, low)) },
  })),
  fc.tuple(device, fc.nat(2), fc.nat(12)).map(([at, id, from]) => ({
    device: at,
    collection: 'goal',
    id: `g${id}`,
    fields: fieldsOfVersion(stepsGoal(from, 20_000)),
  })),
  fc.tuple(device, fc.nat(3), fc.nat(8), fc.integer({ min: 2, max: 4 })).map(([at, id, from, days]) => ({
    device: at,
    collection: 'challenge',
    id: `c${id}`,
    fields: fieldsOfChallenge({ ...stepsWeek, days, within: 5 }, dayAt(from)),
  })),
  fc
    .tuple(device, fc.constantFrom('goal', 'challenge'), fc.nat(2), fc.boolean())
    .map(([at, collection, id, deleted]) => ({
      device: at,
      collection,
      id: `${collection[0] ?? ''}${id}`,
      fields: { deleted },
    })),
)

type Device = ReadonlyMap<string, Document>

const keyOf = ({ collection, id }: Pick<Document, 'collection' | 'id'>) => `${collection}/${id}`

function mergedWith(mine: Device, theirs: Iterable<Document>): Device {
  const merged = new Map(mine)
  for (const document of theirs) {
    const held = merged.get(keyOf(document))
    merged.set(keyOf(document), held === undefined ? document : mergeDocuments(held, document))
  }
  return merged
}

/** Three devices that never meet, and what each has in the end. */
function devicesOf(edits: readonly Edit[]): Device[] {
  const devices = [0, 1, 2].map(() => new Map<string, Document>())
  edits.forEach(({ device: at, collection, id, fields }, index) => {
    const held = devices[at]?.get(`${collection}/${id}`) ?? emptyDocument(collection, id)
    devices[at]?.set(`${collection}/${id}`, editDocument(held, fields, (index + 1) as Stamp))
  })
  return devices
}

describe('whatever was edited, on whichever devices', () => {
  it('[G3] rewards end alike in every order of meeting, and hearing something again earns nothing', () => {
    let earned = 0
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 10, maxLength: 60 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.array(fc.nat(2), { maxLength: 4 }),
        (edits, order, again) => {
          const devices = devicesOf(edits)
          const at = (index: number): Device => devices[index] ?? new Map()
          const today = dayAt(15)
          const plain = [0, 1, 2].reduce((all, index) => mergedWith(all, at(index).values()), new Map() as Device)
          const shuffled = [...order, ...again].reduce(
            (all, index) => mergedWith(all, [...at(index).values()].reverse()),
            new Map() as Device,
          )
          const rewards = rewardsFrom(plain.values(), today)
          expect(rewardsFrom(shuffled.values(), today)).toEqual(rewards)
          expect(rewardsFrom([...plain.values()].reverse(), today)).toEqual(rewards)
          expect(new Set(rewards.badges.map(badgeId)).size).toBe(rewards.badges.length)
          earned += rewards.lines.filter(({ kind }) => kind === 'challenges').length
        },
      ),
    )
    expect(earned).toBeGreaterThan(0)
  })

  it('[G6] no challenge pays for days that pay already, or for fewer than it asks', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 10, maxLength: 60 }), (edits) => {
        const all = devicesOf(edits).reduce((known, one) => mergedWith(known, one.values()), new Map() as Device)
        const { lines, badges } = rewardsFrom(all.values(), dayAt(15))
        const met = [...all.values()].filter(
          ({ collection, fields }) => collection === 'day' && fields['steps'] === 12_000,
        ).length
        const paid = badges.reduce(
          (days, badge) => days + (badge.kind === 'challenge' ? badge.plan.days * badge.times : 0),
          0,
        )
        expect(lines.find(({ kind }) => kind === 'challenges')?.points ?? 0).toBe(paid * 10)
        for (const badge of badges)
          if (badge.kind === 'challenge') expect(badge.plan.days * badge.times).toBeLessThanOrEqual(met)
        expect(lines.find(({ kind }) => kind === 'goal-days')?.count ?? 0).toBeLessThanOrEqual(met)
      }),
    )
  })
})

it('spans that share a day count once, as many as there can be, in any order', () => {
  const span = fc
    .tuple(fc.nat(20), fc.nat(6))
    .map(([from, length]) => ({ from: dayAt(from), until: dayAt(from + length) }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (spans, dice) => {
      const taken = countedOnce(spans)
      const shuffled = spans.map((one) => ({ one, at: dice.next().value as number })).sort((a, b) => a.at - b.at)
      expect(countedOnce(shuffled.map(({ one }) => one))).toEqual(taken)
      expect(countedOnce([...spans, ...spans])).toEqual(taken)
      taken.forEach((one, index) => {
        const next = taken[index + 1]
        if (next !== undefined) expect(next.from > one.until).toBe(true)
      })
      // Each that was left shares a day with one that was taken.
      for (const one of spans)
        expect(taken.some(({ from, until }) => one.from <= until && from <= one.until)).toBe(true)
    }),
  )
  expect(
    countedOnce([
      { from: dayAt(0), until: addDays(dayAt(0), 9) },
      { from: dayAt(0), until: dayAt(1) },
      { from: dayAt(2), until: dayAt(3) },
    ]),
  ).toHaveLength(2)
})
