import { describe, expect, it } from 'vitest'
import { leagueDraftSchema, scoreDraftSchema, scoresRequestSchema, viewSchema } from './messages.ts'
import { LEADERBOARD_LIMITS } from './protocol.ts'

const SCORE = { board: 'steps', period: '2026-W48', score: 1 }

describe('what a device publishes', () => {
  it('is board, period and score, and nothing beside them', () => {
    expect(scoreDraftSchema.safeParse(SCORE).success).toBe(true)
    for (const change of [
      ...[{ date: '2026-11-27' }, { weight: 70 }, { handle: 'anna' }, { board: 'weight' }, { period: '2026-W60' }],
      ...[{ score: -1 }, { score: 1.5 }, { score: '1' }, { score: Number.NaN }, { score: 2 ** 60 }, { score: null }],
    ])
      expect([change, scoreDraftSchema.safeParse({ ...SCORE, ...change }).success]).toEqual([change, false])
  })

  it('are so many at a time', () => {
    const of = (length: number) => scoresRequestSchema.safeParse({ scores: new Array(length).fill(SCORE) }).success
    expect([of(0), of(1), of(LEADERBOARD_LIMITS.scores), of(LEADERBOARD_LIMITS.scores + 1)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('what is looked at', () => {
  it('names a league where the scope is one, and only there', () => {
    const of = (change: object) => viewSchema.safeParse({ board: 'steps', period: 'all', ...change }).success
    expect(of({ scope: 'everyone' })).toBe(true)
    expect(of({ scope: 'league', league: 'x' })).toBe(true)
    expect(of({ scope: 'league' })).toBe(false)
    expect(of({ scope: 'friends', league: 'x' })).toBe(false)
    expect(of({ scope: 'nobody' })).toBe(false)
  })
})

describe("a league's name", () => {
  it('is short and can be seen', () => {
    const of = (name: string) => leagueDraftSchema.safeParse({ name }).success
    expect([of('Tea at four'), of('a'.repeat(40))]).toEqual([true, true])
    for (const name of ['', '   ', 'a'.repeat(41), 'a\u202eb', 'a\nb', '\ud800'])
      expect([name, of(name)]).toEqual([name, false])
  })
})
