import type { ISql, Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { newAccount } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import { APP_ROLE, type Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

const SHOWN = ['leaderboard_players', 'leaderboard_scores', 'leaderboard_league_players']
const OWN = ['leaderboard_memberships', 'leaderboard_friends']

describeWithPostgres('row level security of leaderboards', (postgres) => {
  let store: Store
  let sql: Sql<Types>
  let own: AccountId
  let other: AccountId
  let third: AccountId

  beforeAll(async () => {
    const url = await postgres().createDatabase('leaderboard_rows')
    store = await openPostgresStore({ url, newEpoch: () => 'epoch', onProblem: fail })
    sql = connect(url, 1)
    own = await newAccount(store)
    other = await newAccount(store)
    third = await newAccount(store)
    const handles = new Map([own, other, third].map((account, index) => [account, `player-${index + 2}` as Handle]))
    const { leaderboard } = store
    for (const [account, handle] of handles) {
      await leaderboard.setHandle(account, handle)
      await leaderboard.joinBoard(account, 'steps')
      await leaderboard.publish(account, [{ board: 'steps', period: 'all' as Period, score: 5 }], 0)
      await leaderboard.createLeague(account, { id: handle, name: 'League', code: handle })
    }
    await leaderboard.addFriend(own, 'player-3' as Handle)
    await leaderboard.addFriend(other, 'player-4' as Handle)
  })
  afterAll(async () => {
    await sql.end()
    await store.close()
  })

  /** As the server's requests do it, but with any SQL, for one account or for none; undone at the end. */
  const asRequest = async <Value>(account: AccountId | undefined, work: (sql: ISql<Types>) => Promise<Value>) => {
    const undo = new Error('undo')
    const outcome: Value[] = []
    const transaction = sql.begin(async (within) => {
      await within`SELECT set_config('role', ${APP_ROLE}, true)`
      if (account !== undefined) await within`SELECT set_config('ownit.account', ${account}, true)`
      outcome.push(await work(within))
      throw undo
    })
    await transaction.catch((error: unknown) => {
      if (error !== undo) throw error
    })
    return outcome[0]
  }
  const ownersIn = (table: string) => async (within: ISql<Types>) =>
    (await within<{ account: AccountId }[]>`SELECT account FROM ${within(table)}`).map(({ account }) => account).sort()

  it.each(SHOWN)('shows the rows of %s to whoever is named, and to nobody else', async (table) => {
    expect(await asRequest(own, ownersIn(table))).toEqual([own, other, third].sort())
    for (const account of [undefined, '' as AccountId]) expect(await asRequest(account, ownersIn(table))).toEqual([])
  })

  it('shows which boards a player is on to the player alone, and who asks for whom to those two', async () => {
    expect(await asRequest(own, ownersIn('leaderboard_memberships'))).toEqual([own])
    expect(await asRequest(undefined, ownersIn('leaderboard_memberships'))).toEqual([])
    const friends = async (account: AccountId) => asRequest(account, ownersIn('leaderboard_friends'))
    expect([await friends(own), await friends(other), await friends(third)]).toEqual([
      [own],
      [own, other].sort(),
      [other],
    ])
  })

  describe.each([...SHOWN, ...OWN])('of %s', (table) => {
    it("changes and removes no row of another's, and gives none away", async () => {
      const removed = await asRequest(third, (within) => within`DELETE FROM ${within(table)} WHERE account = ${own}`)
      expect(removed?.count).toBe(0)
      const taken = await asRequest(
        third,
        (within) => within`UPDATE ${within(table)} SET account = ${third} WHERE account = ${own}`,
      )
      expect(taken?.count).toBe(0)
      const given = asRequest(own, (within) => within`UPDATE ${within(table)} SET account = ${third}`)
      await expect(given).rejects.toThrow('row-level security')
    })

    it('takes no row for another, and none where nobody is named', async () => {
      for (const account of [third, undefined]) {
        const insert = asRequest(
          account,
          (within) => within`
            INSERT INTO ${within(table)} SELECT (jsonb_populate_record(NULL::${within(table)}, ${copy(within)})).*`,
        )
        await expect(insert).rejects.toThrow('row-level security')
      }
    })
  })

  /** A row of any of the tables, of `own`. */
  const copy = (within: ISql<Types>) =>
    within.unsafe(
      `'${JSON.stringify({
        account: own,
        friend: third,
        board: 'sleep',
        period: 'all',
        handle: 'other',
        skeleton: 'other',
        league: 'player-3',
        score: 1,
        bucket: 1,
        at: 1,
      })}'::jsonb`,
    )
})

function fail(error: unknown): never {
  throw error
}
