import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { authOf, deviceOf, keyOf, newAccount, sealed } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import type { Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

describeWithPostgres('the trail of what happened', (postgres) => {
  let store: Store
  let sql: Sql<Types>

  beforeAll(async () => {
    const url = await postgres().createDatabase('audit')
    store = await openPostgresStore({
      url,
      newEpoch: () => 'epoch',
      onProblem: (error) => {
        throw error
      },
    })
    sql = connect(url, 1)
  })
  afterAll(async () => {
    await sql.end()
    await store.close()
  })

  const eventsOf = async (account: AccountId) =>
    (await sql<{ event: string }[]>`SELECT event FROM audit WHERE account = ${account} ORDER BY id`).map(
      ({ event }) => event,
    )

  it('names what happens to an account, its devices and its keyslots, and outlives it', async () => {
    const auth = authOf(store)
    const body = { email: 'trail@example.org', password: 'a derived key' }
    const { user } = await auth.api.signUpEmail({ body: { ...body, name: 'Trail' } })
    const account = user.id as AccountId
    const { headers } = await auth.api.signInEmail({ body, returnHeaders: true })
    const cookie = new Headers({
      cookie: headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    })
    const slot = { id: 'slot', kind: 'recovery', kdf: null, wrapped: 'AAAA' } as const
    await store.sync.putKeyslot(account, slot, 0)
    await store.sync.putKeyslot(account, { ...slot, wrapped: 'BBBB' }, 1)
    await auth.api.changePassword({
      body: { currentPassword: body.password, newPassword: 'another derived key' },
      headers: cookie,
    })
    await auth.api.signOut({ headers: cookie })
    await store.sync.deleteKeyslot(account, slot.id)
    await store.sync.putKeyslot(account, slot, 2)
    await store.sync.deleteAccount(account)
    const events = await eventsOf(account)
    expect(events.slice(0, -3)).toEqual([
      'account created',
      'device signed in',
      'device signed in',
      'keyslot created',
      'keyslot replaced',
      'password changed',
      'device signed out',
      'keyslot deleted',
      'keyslot created',
    ])
    // These go together, in one transaction.
    expect(new Set(events.slice(-3))).toEqual(new Set(['account deleted', 'device signed out', 'keyslot deleted']))
  })

  it('says nothing of documents, and holds nothing but event, account and time', async () => {
    const account = await newAccount(store)
    const before = await eventsOf(account)
    await deviceOf(store, account).push({ key: keyOf(1), base: 0, envelope: sealed(1) })
    expect(await eventsOf(account)).toEqual(before)
    const columns = await sql<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit' ORDER BY ordinal_position`
    expect(columns.map(({ name }) => name)).toEqual(['id', 'at', 'event', 'account'])
  })

  it('forgets what happened more than a year ago, and nobody can make it forget more', async () => {
    const account = await newAccount(store)
    await sql`UPDATE audit SET at = now() - interval '366 days' WHERE account = ${account} AND event = 'account created'`
    expect(await store.deleteExpired(0)).toMatchObject({ audit: 1 })
    expect(await eventsOf(account)).toEqual(['device signed in'])
    expect(await store.deleteExpired(Date.now() * 2)).toMatchObject({ audit: 0 })
    expect(await eventsOf(account)).toContain('device signed in')
  })
})
