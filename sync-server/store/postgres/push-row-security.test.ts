import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { authOf, newAccount } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import { jobTransaction } from './job-transaction.ts'
import { ownTransaction, type Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

describeWithPostgres('devices that want to be woken', (postgres) => {
  let store: Store
  let sql: Sql<Types>
  let own: AccountId
  let other: AccountId
  const sessions = new Map<AccountId, string>()

  beforeAll(async () => {
    const url = await postgres().createDatabase('push')
    store = await openPostgresStore({ url, newEpoch: () => 'epoch', onProblem: (error) => Promise.reject(error) })
    sql = connect(url, 1)
    own = await newAccount(store)
    other = await newAccount(store)
    const { internalAdapter } = await authOf(store).$context
    for (const account of [own, other]) {
      const { id: session } = await internalAdapter.createSession(account)
      sessions.set(account, session)
      const subscription = { endpoint: `https://a/${account}`, p256dh: 'B', auth: 'a', zone: 'UTC', quiet: null }
      const reminder = { kind: 'log-today', at: 0, weekday: null } as const
      await store.push.put({ account, session }, subscription, [{ reminder, dueAt: 1 }])
    }
  })
  afterAll(async () => {
    await sql.end()
    await store.close()
  })

  it.each(['push_devices', 'push_reminders'])("are their account's alone in a request: %s", async (table) => {
    for (const account of [own, other]) {
      const seen = await ownTransaction(sql, account, 'write', (within) => within`SELECT session FROM ${within(table)}`)
      expect(seen).toEqual([{ session: sessions.get(account) }])
    }
    const nobody = 'nobody' as AccountId
    expect(await ownTransaction(sql, nobody, 'write', (within) => within`DELETE FROM ${within(table)}`)).toHaveLength(0)
    const insert = ownTransaction(
      sql,
      own,
      'write',
      (within) => within`
        INSERT INTO push_devices (session, account, endpoint, p256dh, auth, zone) VALUES ('x', ${other}, '', '', '', '')`,
    )
    await expect(insert).rejects.toThrow('row-level security')
  })

  it('are all seen by what runs by the clock, whose right ends with its transaction', async () => {
    expect(await jobTransaction(sql, (within) => within`SELECT FROM push_devices`)).toHaveLength(2)
    expect(await ownTransaction(sql, own, 'snapshot', (within) => within`SELECT FROM push_devices`)).toHaveLength(1)
  })
})
