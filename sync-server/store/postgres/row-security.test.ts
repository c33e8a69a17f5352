import type { ISql, Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { deviceOf, keyOf, newAccount, sealed } from '../contract-subject.ts'
import type { AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import { APP_ROLE, ownTransaction, type Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

const TABLES = ['account_state', 'documents', 'keyslots']

/** A row of each table that belongs to the account, which has none yet. */
const INSERTS: Readonly<Record<string, (sql: ISql<Types>, account: AccountId) => Promise<unknown>>> = {
  account_state: (sql, account) => sql`INSERT INTO account_state VALUES (${account}, 0, 0, 0, '')`,
  documents: (sql, account) => sql`INSERT INTO documents VALUES (${account}, 'k', 99, '', '')`,
  keyslots: (sql, account) => sql`INSERT INTO keyslots VALUES (${account}, 'new', 'recovery', NULL, '', 0)`,
}

describeWithPostgres('row level security', (postgres) => {
  let url: string
  let store: Store
  let sql: Sql<Types>
  let own: AccountId
  let other: AccountId

  beforeAll(async () => {
    url = await postgres().createDatabase('row_security')
    store = await openPostgresStore({ url, newEpoch: () => 'epoch', onProblem: fail })
    sql = connect(url, 1)
    own = await newAccount(store)
    other = await newAccount(store)
    for (const account of [own, other]) {
      await deviceOf(store, account).push({ key: keyOf(1), base: 0, envelope: sealed(1) })
      await store.sync.putKeyslot(account, { id: 'slot', kind: 'recovery', kdf: null, wrapped: 'AAAA' }, 0)
    }
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
    (await within<{ account: string }[]>`SELECT account FROM ${within(table)}`).map(({ account }) => account)

  describe.each(TABLES)('of %s', (table) => {
    it("reads the named account's rows, whoever else has some", async () => {
      expect(await sql`SELECT FROM ${sql(table)}`).toHaveLength(2)
      expect(await asRequest(own, ownersIn(table))).toEqual([own])
      expect(await asRequest(other, ownersIn(table))).toEqual([other])
    })

    it('reads and writes nothing when no account, an unknown one, or none by name is named', async () => {
      for (const account of [undefined, '' as AccountId, 'nobody' as AccountId, '%' as AccountId]) {
        expect(await asRequest(account, ownersIn(table))).toEqual([])
        expect((await asRequest(account, (within) => within`DELETE FROM ${within(table)}`))?.count).toBe(0)
        const insert = asRequest(account, (within) => insertInto(table, within, own))
        await expect(insert).rejects.toThrow('row-level security')
      }
    })

    it("changes and removes no row of another's, and gives none away", async () => {
      const removed = await asRequest(own, (within) => within`DELETE FROM ${within(table)} WHERE account = ${other}`)
      expect(removed?.count).toBe(0)
      const taken = asRequest(
        own,
        (within) => within`UPDATE ${within(table)} SET account = ${own} WHERE account = ${other}`,
      )
      expect((await taken)?.count).toBe(0)
      const given = asRequest(own, (within) => within`UPDATE ${within(table)} SET account = ${other}`)
      await expect(given).rejects.toThrow('row-level security')
      await expect(asRequest(own, (within) => insertInto(table, within, other))).rejects.toThrow('row-level security')
    })
  })

  it('is on every table that names an account, and forced on its owner, but for the trail that requests cannot reach', async () => {
    const rows = await sql<{ name: string; secure: boolean }[]>`
      SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS secure FROM pg_class
      JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'account'
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`
    expect(rows.map(({ name, secure }) => [name, secure])).toEqual([
      ['account_state', true],
      ['audit', false],
      ['coach_accounts', true],
      ['coach_pieces', true],
      ['coach_turns', true],
      ['coach_usage', true],
      ['documents', true],
      ['keyslots', true],
      ['leaderboard_friends', true],
      ['leaderboard_league_players', true],
      ['leaderboard_memberships', true],
      ['leaderboard_players', true],
      ['leaderboard_scores', true],
      ['push_devices', true],
    ])
    for (const statement of ['SELECT * FROM audit', 'DELETE FROM audit', "INSERT INTO audit (event) VALUES ('x')"])
      await expect(asRequest(own, (within) => within.unsafe(statement))).rejects.toThrow('permission denied')
  })

  it('cannot be lifted by the role of requests', async () => {
    const [role] = await sql`
      SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = ${APP_ROLE}`
    expect(Object.values(role ?? { none: true })).toEqual([false, false, false, false, false])
    for (const statement of [
      'ALTER TABLE documents DISABLE ROW LEVEL SECURITY',
      'DROP POLICY own_account ON documents',
    ])
      await expect(asRequest(own, (within) => within.unsafe(statement))).rejects.toThrow('must be owner')
    await expect(asRequest(own, (within) => within`UPDATE server_meta SET epoch = 'x'`)).rejects.toThrow(
      'permission denied',
    )
  })

  it('holds in every transaction of the store though it signed in as a superuser, and ends with it', async () => {
    const who = (within: ISql<Types>) =>
      within`SELECT current_user AS role, current_setting('ownit.account', true) AS account`
    for (const mode of ['write', 'snapshot'] as const) {
      expect(await ownTransaction(sql, own, mode, who)).toMatchObject([{ role: APP_ROLE, account: own }])
      expect(await ownTransaction(sql, own, mode, ownersIn('documents'))).toEqual([own])
      expect(await who(sql)).toMatchObject([{ role: 'owner', account: '' }])
    }
  })

  it('is not gone around: who may not take the role of requests cannot open the store', async () => {
    await sql`CREATE ROLE stranger LOGIN`
    const strange = new URL(url)
    strange.username = 'stranger'
    const opened = openPostgresStore({ url: strange.href, migrationUrl: url, newEpoch: () => 'epoch', onProblem: fail })
    await expect(opened).rejects.toThrow('"stranger" may not take the role of requests: GRANT ownit_app TO it')
  })
})

const insertInto = async (table: string, sql: ISql<Types>, account: AccountId): Promise<unknown> =>
  INSERTS[table]?.(sql, account)

function fail(error: unknown): never {
  throw error
}
