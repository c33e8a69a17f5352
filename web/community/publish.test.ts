import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { scoresRequestSchema } from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../shared/leaderboard/protocol.ts'
import { fail, ok } from '../../shared/result/result.ts'
import type { Change } from '../store/change.ts'
import { commit } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { publishedBoardsEdit } from '../store/published-boards.ts'
import { SAMPLE_MARK } from '../store/sample-mark.ts'
import { turnOffSync, turnOnSync } from '../store/sync-switch.ts'
import { good, type TestDatabase, testDatabase } from '../store/test-database.ts'
import { testKeys } from '../store/test-keys.ts'
import type { LeaderboardClient } from './leaderboard-client.ts'
import { forgetTold, publishScores, readRefused } from './publish.ts'

function server() {
  const publish = vi.fn<LeaderboardClient['publish']>(async (scores) => ok(scores.map(() => ({ status: 'ok' }))))
  const told = () =>
    publish.mock.calls.map(([scores]) => scores.map((one) => `${one.board} ${one.period} ${one.score}`))
  return { publish, told }
}

let device: TestDatabase
let db: Database
const edit = async (...edits: Change['edits']) => good(await commit(db, { kind: 'edit', label: 'Edited', edits }))
const steps = (id: string, value: number) => edit({ collection: 'day', id, fields: { steps: value } })
const signIn = async (account = 'anna') => good(await turnOnSync(db, { account, keys: await testKeys() }))

/** The clock of the tests stands on Monday, 23 November 2026. */
beforeEach(async () => {
  device = testDatabase()
  db = device.db
  await steps('2026-11-22', 4000)
  await steps('2026-11-23', 1000)
})

describe('before a person has agreed', () => {
  it('[B1] no request is made: not without an account, not with one, not for another one', async () => {
    const { publish } = server()
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await signIn()
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await edit(publishedBoardsEdit(['steps'], 'berta'))
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await edit(publishedBoardsEdit(['steps'], 'anna'))
    good(await turnOffSync(db))
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    expect(publish).not.toHaveBeenCalled()
  })
})

describe('with sample data on the device', () => {
  it('[B4] nothing is told until it is removed', async () => {
    const { publish } = server()
    await signIn()
    await edit(publishedBoardsEdit(['steps'], 'anna'), { ...SAMPLE_MARK, fields: { from: '2026-11-01' } })
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await edit({ ...SAMPLE_MARK, fields: { deleted: true } })
    expect(await publishScores(db, { publish })).toEqual(ok(4))
  })
})

describe('once they have', () => {
  beforeEach(async () => {
    await signIn()
    await edit(publishedBoardsEdit(['steps'], 'anna'))
  })

  it('the scores of those boards are told, of each board no more than the server takes', async () => {
    const { publish, told } = server()
    expect(await publishScores(db, { publish })).toEqual(ok(4))
    expect(told()).toEqual([['steps 2026-W48 1000', 'steps 2026-11 5000', 'steps all 5000', 'steps 2026-W47 4000']])
    await edit(publishedBoardsEdit(['sleep', 'streak', 'calories'], 'anna'))
    await publishScores(db, { publish })
    const body = { scores: publish.mock.lastCall?.[0] }
    expect(scoresRequestSchema.safeParse(body).success).toBe(true)
    expect(JSON.stringify(body).length).toBeLessThan(LEADERBOARD_LIMITS.bodyBytes)
  })

  it('[B4] only what has changed is told, once', async () => {
    const { publish, told } = server()
    await publishScores(db, { publish })
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await steps('2026-11-23', 2000)
    await publishScores(db, { publish })
    expect(told().slice(1)).toEqual([['steps 2026-W48 2000', 'steps 2026-11 6000', 'steps all 6000']])
  })

  it('[B4] all of it is told again the next day, after signing in again, and after it was left', async () => {
    const { publish } = server()
    await publishScores(db, { publish })
    device.time += 86_400_000
    expect(await publishScores(db, { publish })).toEqual(ok(3))
    good(await turnOffSync(db))
    await signIn()
    expect(await publishScores(db, { publish })).toEqual(ok(3))
    await forgetTold(db)
    expect(await publishScores(db, { publish })).toEqual(ok(3))
    expect(await publishScores(db, { publish })).toEqual(ok(0))
  })

  it('[B1] nothing is told any more of a board on which it was taken back', async () => {
    const { publish } = server()
    await edit(publishedBoardsEdit(['steps'], null))
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    expect(publish).not.toHaveBeenCalled()
  })

  it('what the server did not hear is told the next time, and what it refused is remembered with the reason', async () => {
    const { publish } = server()
    publish.mockResolvedValueOnce(fail('unreachable'))
    expect(await publishScores(db, { publish })).toEqual(fail('unreachable'))
    publish.mockImplementationOnce(async (scores) =>
      ok(
        scores.map(({ period }) =>
          period === 'all' ? { status: 'refused', reason: 'implausible' } : { status: 'ok' },
        ),
      ),
    )
    expect(await publishScores(db, { publish })).toEqual(ok(4))
    expect(await readRefused(db)).toEqual([['steps all', 'implausible']])
    expect(await publishScores(db, { publish })).toEqual(ok(0))
    await steps('2026-11-23', 900)
    await publishScores(db, { publish })
    expect(await readRefused(db)).toEqual([])
  })
})
