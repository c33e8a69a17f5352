import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { newAccount } from '../contract-subject.ts'
import { AccountGone, type AccountId, type Store } from '../ports.ts'
import { connect } from './connect.ts'
import { jobTransaction } from './job-transaction.ts'
import { ownTransaction, type Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

const LEASE = { now: 1000, leaseUntil: 2000 }
const BYTES = new Uint8Array([1])

describeWithPostgres('turns with an agent', (postgres) => {
  let store: Store
  let sql: Sql<Types>
  let own: AccountId
  let other: AccountId

  const begin = (account: AccountId) =>
    store.coach.begin({
      account,
      turnId: `turn of ${account}`,
      owner: 'owner',
      ...LEASE,
      request: BYTES,
      proof: BYTES,
      otid: 'otid',
      day: 0,
      reserve: 1,
      limits: { turns: 9, tokens: 9, serverTokens: 999 },
    })
  beforeAll(async () => {
    const url = await postgres().createDatabase('coach_rows')
    store = await openPostgresStore({ url, newEpoch: () => 'epoch', onProblem: (error) => Promise.reject(error) })
    sql = connect(url, 1)
    own = await newAccount(store)
    other = await newAccount(store)
    for (const account of [own, other]) {
      await begin(account)
      const hold = { account, turnId: `turn of ${account}`, owner: 'owner' }
      await store.coach.write(hold, { ...LEASE, piece: { n: 0, sealed: BYTES, cursor: undefined } })
    }
  })
  afterAll(async () => {
    await sql.end()
    await store.close()
  })

  it.each(['coach_accounts', 'coach_turns', 'coach_pieces', 'coach_usage'])(
    "are their account's alone in a request: %s",
    async (table) => {
      for (const account of [own, other])
        expect(
          await ownTransaction(sql, account, 'write', (within) => within`SELECT account FROM ${within(table)}`),
        ).toEqual([{ account }])
      const nobody = 'nobody' as AccountId
      expect(await ownTransaction(sql, nobody, 'write', (within) => within`DELETE FROM ${within(table)}`)).toHaveLength(
        0,
      )
      const given = ownTransaction(
        sql,
        own,
        'write',
        (within) => within`UPDATE ${within(table)} SET account = ${other}`,
      )
      await expect(given).rejects.toThrow('row-level security')
    },
  )

  it('are seen by what runs by the clock, and who has an agent is not', async () => {
    expect(await jobTransaction(sql, (within) => within`SELECT FROM coach_turns`)).toHaveLength(2)
    expect(await jobTransaction(sql, (within) => within`SELECT FROM coach_accounts`)).toHaveLength(0)
  })

  it('are begun and written while their account is deleted, with no deadlock, and nothing of them is left', async () => {
    for (let round = 0; round < 8; round += 1) {
      const account = await newAccount(store)
      if (round % 2 === 0) await begin(account)
      const hold = { account, turnId: `turn of ${account}`, owner: 'owner' }
      const [deleted, ...outcomes] = await Promise.allSettled([
        store.sync.deleteAccount(account),
        begin(account),
        store.coach.write(hold, { ...LEASE, piece: { n: 1, sealed: BYTES, cursor: 1 } }),
        store.coach.finish(hold, { state: 'done', piece: { n: 2, sealed: BYTES }, tokens: 1 }),
        store.coach.cancel(account, hold.turnId, 1500),
      ])
      expect(deleted).toMatchObject({ status: 'fulfilled' })
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AccountGone)
      for (const table of ['coach_accounts', 'coach_turns', 'coach_pieces', 'coach_usage'])
        expect(await sql`SELECT FROM ${sql(table)} WHERE account = ${account}`).toHaveLength(0)
    }
  })
})
