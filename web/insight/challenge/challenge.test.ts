import { expect, it } from 'vitest'
import { dayAt } from '../goal/records-for-tests.ts'
import { type ChallengePlan, challengeOf, fieldsOfChallenge, samePlan } from './challenge.ts'
import { distinctRunning } from './distinct.ts'
import { KNOWN_CHALLENGES, knownIdOf } from './known.ts'
import type { ChallengeStanding } from './standing.ts'

const own: ChallengePlan = {
  name: 'Less coffee',
  task: { of: 'value', metric: '0190-uuid', rule: { kind: 'between', low: 0, high: 2 } },
  days: 10,
  within: 20,
}

it('a challenge is read back as it was begun, and the known ones are known by what they ask', () => {
  for (const plan of [...KNOWN_CHALLENGES.map((known) => known.plan), own])
    expect(challengeOf('c', fieldsOfChallenge(plan, dayAt(0)))).toEqual({ id: 'c', plan, from: dayAt(0) })
  expect(challengeOf('c', { ...fieldsOfChallenge(own, dayAt(0)), stopped: dayAt(3) })?.stopped).toBe(dayAt(3))
  expect(KNOWN_CHALLENGES.map(({ plan }) => knownIdOf({ ...plan, name: 'Mine' }))).toEqual(
    KNOWN_CHALLENGES.map(({ id }) => id),
  )
  expect(knownIdOf(own)).toBeUndefined()
  expect(samePlan(own, { ...own, within: 19 })).toBe(false)
})

it('is none where a field is missing or impossible', () => {
  const fields = fieldsOfChallenge(own, dayAt(0))
  for (const field of Object.keys(fields)) expect(challengeOf('c', { ...fields, [field]: null }), field).toBeUndefined()
  for (const wrong of [
    { days: 1 },
    { days: 2.5 },
    { within: 9 },
    { within: 1e12 },
    { from: '2026-02-31' },
    { of: 'x' },
  ])
    expect(challengeOf('c', { ...fields, ...wrong }), JSON.stringify(wrong)).toBeUndefined()
})

it('what two devices began at once is one challenge, the earlier one, and the others are its twins', () => {
  const running: ChallengeStanding = { state: 'running', count: 0, days: [] }
  const at = (id: string, from: number, standing = running, plan = own) => ({
    challenge: { id, plan, from: dayAt(from) },
    standing,
  })
  const all = [
    at('c', 1),
    at('b', 0),
    at('a', 0, { ...running, state: 'failed' }),
    at('d', 0),
    at('e', 0, running, { ...own, days: 9 }),
  ]
  for (const challenges of [all, all.toReversed()])
    expect(distinctRunning(challenges).map(({ challenge, twins }) => [challenge.id, twins])).toEqual([
      ['b', ['d', 'c']],
      ['e', []],
    ])
})
