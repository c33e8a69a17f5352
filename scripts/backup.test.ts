import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceOf } from '../sync-server/store/contract-subject.ts'
import type { AccountId } from '../sync-server/store/ports.ts'
import { openPostgresStore } from '../sync-server/store/postgres/postgres-store.ts'
import { DATABASE_FILE } from '../sync-server/store/sqlite/database-file.ts'
import { openSqliteStore } from '../sync-server/store/sqlite/sqlite-store.ts'
import { describeWithPostgres } from './postgres/describe-with-postgres.ts'

let folder: string
let backup: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ownit-backup-'))
  backup = join(folder, 'backup.db')
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs a script as npm does, and gives what it says and its exit code. */
const run = (script: string, args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const options = { env: { ...process.env, DATA_DIR: join(folder, 'data'), ...env } }
    execFile(process.execPath, [join(import.meta.dirname, script), ...args], options, (error, out, problems) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: `${out}${problems}` }),
    )
  })

const epochOf = (path: string) => {
  const database = new Database(path)
  const epoch = database.prepare('SELECT epoch FROM server_meta').pluck().get()
  database.close()
  return epoch
}

describe('npm run backup and npm run restore', () => {
  it("take the server's database and put it back as new data, also where the data folder has gone", async () => {
    const data = join(folder, DATABASE_FILE)
    const store = openSqliteStore({ path: data, newEpoch: () => 'epoch-1' })
    expect(await run('backup.ts', [backup], { DATA_DIR: folder })).toEqual({
      code: 0,
      said: `Backed up into ${backup}\n`,
    })
    await store.close()
    const restored = join(folder, 'data', DATABASE_FILE)
    expect(await run('restore.ts', [backup])).toEqual({ code: 0, said: `Restored ${restored}\n` })
    expect(epochOf(restored)).toMatch(/^[\w-]{22}$/)
    expect(epochOf(data)).toBe('epoch-1')
  })

  it.each([
    ['backup.ts', [], {}, 'Say where to'],
    ['backup.ts', ['a.db', 'b.db'], {}, 'Say where to'],
    ['backup.ts', ['a.db'], {}, 'there is no database'],
    ['backup.ts', ['a.db'], { DATABASE_URL: 'postgres://localhost/ownit' }, 'pg_dump'],
    ['backup.ts', ['a.db'], { PORT: 'x' }, 'PORT must be'],
    ['restore.ts', [], {}, 'Say which backup'],
    ['restore.ts', ['none.db'], {}, 'there is no file'],
    ['restore.ts', ['a.db'], { DATABASE_URL: 'postgres://localhost/ownit' }, 'pg_restore'],
  ])('%s %j with %j says what is wrong and ends with 1', async (script, args, env, message) => {
    const { code, said } = await run(script, args, env)
    expect(said).toContain(message)
    expect(said).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })
})

describeWithPostgres('npm run restore with a Postgres', (postgres) => {
  it('[S6] gives the data a new epoch, which a server that runs takes up', async () => {
    const url = await postgres().createDatabase('restored')
    const store = await openPostgresStore({ url, newEpoch: () => 'epoch-1', onProblem: () => undefined })
    const epoch = async () => (await deviceOf(store, 'somebody' as AccountId).exchange()).epoch
    expect(await epoch()).toBe('epoch-1')
    expect(await run('restore.ts', [], { DATABASE_URL: url })).toMatchObject({ code: 0 })
    expect(await epoch()).toMatch(/^[\w-]{22}$/)
    await store.close()
  })
})
