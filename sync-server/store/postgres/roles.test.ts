import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import type { AccountId } from '../ports.ts'
import { openPostgresStore } from './postgres-store.ts'

const ROLES = join(import.meta.dirname, '../../../deploy/postgres/roles.sql')

describeWithPostgres('the roles of deploy/postgres/roles.sql', (running) => {
  let admin: URL
  const open: postgres.Sql[] = []

  const urlOf = (role: string, password: string) => {
    const url = new URL(admin)
    url.pathname = '/ownit'
    url.username = role
    url.password = password
    return url.href
  }
  const signIn = (url: string) => {
    const sql = postgres(url, { max: 1 })
    open.push(sql)
    return sql
  }

  beforeAll(async () => {
    admin = new URL(await running().createDatabase('administration'))
    await promisify(execFile)('psql', ['-v', 'ON_ERROR_STOP=1', '-f', ROLES, admin.href], {
      env: { ...process.env, OWNER_PASSWORD: "own'er", SERVER_PASSWORD: 'server' },
    })
  })
  afterEach(() => Promise.all(open.splice(0).map((sql) => sql.end())))

  it('are enough to bring a new database up to date and to serve accounts', async () => {
    const store = await openPostgresStore({
      url: urlOf('ownit_server', 'server'),
      migrationUrl: urlOf('ownit_owner', "own'er"),
      newEpoch: () => 'epoch',
      onProblem: (error) => {
        throw error
      },
    })
    try {
      await store.ready()
      expect(await store.sync.keyslots('nobody' as AccountId)).toEqual([])
    } finally {
      await store.close()
    }
  })

  it('keep who the server signs in as from changing tables, and from the trail of what happened', async () => {
    const server = signIn(urlOf('ownit_server', 'server'))
    await expect(server`CREATE TABLE mine (id integer)`).rejects.toThrow('permission denied for schema public')
    await expect(server`DROP TABLE documents`).rejects.toThrow('must be owner')
    await expect(server`ALTER TABLE documents DISABLE ROW LEVEL SECURITY`).rejects.toThrow('must be owner')
    await expect(server`SELECT * FROM audit`).rejects.toThrow('permission denied for table audit')
  })

  it('show neither the server nor the owner a row of an account that was not named', async () => {
    const owner = signIn(urlOf('ownit_owner', "own'er"))
    const server = signIn(urlOf('ownit_server', 'server'))
    await owner`INSERT INTO "user" (id, name, email) VALUES ('a', '', 'a@example.org')`
    await server.begin(async (transaction) => {
      await transaction`SELECT set_config('ownit.account', 'a', true)`
      await transaction`INSERT INTO account_state VALUES ('a', 0, 0, 0, '')`
    })
    for (const sql of [owner, server]) expect(await sql`SELECT account FROM account_state`).toEqual([])
    const superuser = signIn(urlOf(admin.username, ''))
    expect(await superuser`SELECT account FROM account_state`).toEqual([{ account: 'a' }])
  })
})
