import type { Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { deviceOf, keyOf, newAccount, sealed } from '../contract-subject.ts'
import { AccountGone, type Store } from '../ports.ts'
import { connect } from './connect.ts'
import type { Types } from './own-transaction.ts'
import { openPostgresStore } from './postgres-store.ts'

const PROCESSES = 4

describeWithPostgres('many processes on one Postgres', (postgres) => {
  let url: string
  let sql: Sql<Types>
  let stores: readonly Store[]
  const problems: unknown[] = []

  beforeAll(async () => {
    url = await postgres().createDatabase('processes')
    sql = connect(url, 1)
    stores = await Promise.all(
      Array.from({ length: PROCESSES }, (_, n) =>
        openPostgresStore({ url, newEpoch: () => `epoch-${n}`, onProblem: (error) => problems.push(error) }),
      ),
    )
  })
  afterAll(async () => {
    await sql.end()
    await Promise.all(stores.map((store) => store.close()))
    expect(problems).toEqual([])
  })
  const storeOf = (n: number): Store => {
    const store = stores[n % PROCESSES]
    if (store === undefined) throw new Error('no such process')
    return store
  }

  it('that open a new database at once make its tables once, and agree on its epoch', async () => {
    const account = await newAccount(storeOf(0))
    const answers = await Promise.all(stores.map((store) => deviceOf(store, account).exchange()))
    expect(new Set(answers.map(({ epoch }) => epoch)).size).toBe(1)
    const migrations = await sql<{ created_at: number }[]>`SELECT created_at FROM drizzle.__drizzle_migrations`
    expect(new Set(migrations.map(({ created_at }) => created_at)).size).toBe(migrations.length)
  })

  it('[S1] take one of the pushes that are made at once of the same base, and answer the others with it', async () => {
    const account = await newAccount(storeOf(0))
    const base = async (n: number, version: number) =>
      (await deviceOf(storeOf(n), account).push({ key: keyOf(1), base: version, envelope: sealed(n) }))[0]
    for (let version = 0; version < 5; version += 1) {
      const results = await Promise.all(Array.from({ length: 12 }, (_, n) => base(100 * version + n, version)))
      const taken = results.filter((result) => result?.status === 'ok')
      expect(taken).toEqual([{ key: keyOf(1), status: 'ok', version: version + 1 }])
      expect(results.filter((result) => result?.status === 'conflict' && result.version === version + 1)).toHaveLength(
        11,
      )
    }
  })

  it('delete an account while another writes it, with no deadlock, and nothing of it is left', async () => {
    for (let round = 0; round < 8; round += 1) {
      const account = await newAccount(storeOf(0))
      if (round % 2 === 0) await deviceOf(storeOf(0), account).push({ key: keyOf(0), base: 0, envelope: sealed(0) })
      const writes = Array.from({ length: 6 }, (_, n) =>
        deviceOf(storeOf(n), account).push({ key: keyOf(n + 1), base: 0, envelope: sealed(n) }),
      )
      const slot = storeOf(1).sync.putKeyslot(account, { id: 'slot', kind: 'recovery', kdf: null, wrapped: 'AAAA' }, 0)
      const [deleted, ...outcomes] = await Promise.allSettled([storeOf(3).sync.deleteAccount(account), ...writes, slot])
      expect(deleted).toMatchObject({ status: 'fulfilled' })
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AccountGone)
      for (const table of ['account_state', 'documents', 'keyslots'])
        expect(await sql`SELECT FROM ${sql(table)} WHERE account = ${account}`).toHaveLength(0)
    }
  })

  describe('[S9] pokes', () => {
    it('are heard again after the database has dropped every listener, who are told that they may have missed some', async () => {
      const account = await newAccount(storeOf(0))
      const heard: string[] = []
      const stop = storeOf(1).pokes.subscribe(account, () => heard.push('poke'))
      await sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query ILIKE 'listen %'`
      await vi.waitFor(() => expect(heard).toEqual(['poke']), 10_000)
      storeOf(2).pokes.publish(account)
      await vi.waitFor(() => expect(heard).toEqual(['poke', 'poke']), 10_000)
      stop()
    })

    it('carry the account and nothing else', async () => {
      const account = await newAccount(storeOf(0))
      const payloads: string[] = []
      const listener = connect(url, 1)
      await listener.listen('ownit_poke', (payload) => payloads.push(payload))
      storeOf(0).pokes.publish(account)
      await vi.waitFor(() => expect(payloads).toEqual([account]))
      await listener.end()
    })
  })
})
