import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { PublishedScore } from '../../../shared/leaderboard/judge-score.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import { newAccount } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import type { Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

const LISTS = ['2026-W47', '2026-W48', '2026-11', 'all'].flatMap((period) =>
  (['sleep', 'steps'] as const).map((board) => ({ board, period: period as Period })),
)

describeWithPostgres('leaderboards of many processes on one Postgres', (postgres) => {
  let sql: Sql<Types>
  let stores: readonly Store[]

  beforeAll(async () => {
    const url = await postgres().createDatabase('leaderboard_processes')
    sql = connect(url, 1)
    const onProblem = (error: unknown) => {
      throw error
    }
    stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url, newEpoch: () => 'epoch', onProblem })))
  })
  afterAll(async () => {
    await sql.end()
    await Promise.all(stores.map((store) => store.close()))
  })
  const storeOf = (n: number): Store => {
    const store = stores[n % stores.length]
    if (store === undefined) throw new Error('no such process')
    return store
  }
  async function newPlayers(count: number, name: string): Promise<AccountId[]> {
    const accounts: AccountId[] = []
    for (let n = 0; n < count; n += 1) {
      const account = await newAccount(storeOf(n))
      await storeOf(n).leaderboard.setHandle(account, `${name}-${'abcdefghjkmnpqrstuvw'.charAt(n)}x` as Handle)
      for (const board of ['sleep', 'steps'] as const) await storeOf(n).leaderboard.joinBoard(account, board)
      accounts.push(account)
    }
    return accounts
  }

  it('are written by many at once, of whom some leave meanwhile, with no deadlock, and every score is counted once', async () => {
    const accounts = await newPlayers(12, 'many')
    for (let round = 0; round < 8; round += 1) {
      const writes = accounts.map((account, n) => {
        const scores = LISTS.map((list, index): PublishedScore => ({ ...list, score: (n * 7 + index + round * 3) % 5 }))
        // Each in an order of its own.
        const turned = [...scores.slice(n % LISTS.length), ...scores.slice(0, n % LISTS.length)]
        return storeOf(n).leaderboard.publish(account, turned, round)
      })
      const leaver = accounts[round] as AccountId
      await Promise.all([...writes, storeOf(round).leaderboard.leaveBoard(leaver, 'sleep')])
      if (round % 2 === 0) await storeOf(round).leaderboard.joinBoard(leaver, 'sleep')
    }
    await Promise.all(accounts.slice(0, 4).map((account, n) => storeOf(n).sync.deleteAccount(account)))
    const counted = await sql`
      SELECT board, period, bucket, players FROM leaderboard_tallies WHERE players <> 0 ORDER BY 1, 2, 3`
    const stored = await sql`
      SELECT board, period, bucket, count(*)::integer AS players FROM leaderboard_scores GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
    expect(stored.length).toBeGreaterThan(4)
    expect([...counted]).toEqual([...stored])
  })

  it('give a handle to one of those who ask for it at once', async () => {
    const accounts = await Promise.all(Array.from({ length: 6 }, () => newAccount(storeOf(0))))
    const outcomes = await Promise.all(
      accounts.map((account, n) => storeOf(n).leaderboard.setHandle(account, (n % 2 ? 'wanted' : 'WANTED') as Handle)),
    )
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(5)
  })

  it('tell who asks for a friend who is just going that nobody has this handle, and not that they are gone themself', async () => {
    const [asker, goer] = (await newPlayers(2, 'going')) as [AccountId, AccountId]
    const handle = 'going-bx' as Handle
    for (let round = 0; round < 30; round += 1) {
      const [added] = await Promise.all([
        storeOf(1).leaderboard.addFriend(asker, handle),
        storeOf(2).leaderboard.removePlayer(goer),
      ])
      expect(['ok', 'no-such-handle']).toContain(added)
      await storeOf(0).leaderboard.setHandle(goer, handle)
    }
  })

  it('fill no league beyond what it takes, when many join at once, and remove one that the last two leave at once', async () => {
    const [owner, other] = (await newPlayers(2, 'last')) as [AccountId, AccountId]
    const league = { id: 'league', name: 'League', code: 'code' }
    await storeOf(0).leaderboard.createLeague(owner, league)
    const places = LEADERBOARD_LIMITS.leaguePlayers - 3
    await sql`
      WITH people AS (
        INSERT INTO "user" (id, name, email) SELECT 'filler-' || n, '', n || '@example.org'
        FROM generate_series(1, ${places}::integer) AS n RETURNING id
      ), players AS (
        INSERT INTO leaderboard_players SELECT id, id, id FROM people RETURNING account
      ) SELECT count(*) FROM players`
    await sql`INSERT INTO leaderboard_league_players SELECT 'filler-' || n, 'league' FROM generate_series(1, ${places}::integer) AS n`
    const late = await newPlayers(6, 'late')
    const joins = await Promise.all(late.map((account, n) => storeOf(n).leaderboard.joinLeague(account, 'code')))
    expect(joins.filter(({ ok }) => ok)).toHaveLength(2)

    await storeOf(0).leaderboard.createLeague(owner, { id: 'two', name: 'Two', code: 'two' })
    await storeOf(0).leaderboard.joinLeague(other, 'two')
    await Promise.all([owner, other].map((account, n) => storeOf(n).leaderboard.leaveLeague(account, 'two')))
    expect(await sql`SELECT FROM leaderboard_leagues WHERE id = 'two'`).toHaveLength(0)
  })
})
