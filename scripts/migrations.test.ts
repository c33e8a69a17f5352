import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as postgres from '../sync-server/store/postgres/schema.ts'
import * as sqlite from '../sync-server/store/sqlite/schema.ts'

// As CommonJS: what the package offers as a module asks for modules of Node in a way that modules cannot.
const { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } = createRequire(
  import.meta.url,
)('drizzle-kit/api') as typeof import('drizzle-kit/api')

const MIGRATIONS = join(import.meta.dirname, '../sync-server/store')

/** The schema as the last migration left it. */
function snapshotOf(dialect: 'sqlite' | 'postgres') {
  const meta = join(MIGRATIONS, dialect, 'migrations/meta')
  const { entries } = JSON.parse(readFileSync(join(meta, '_journal.json'), 'utf8'))
  return JSON.parse(readFileSync(join(meta, `${String(entries.length - 1).padStart(4, '0')}_snapshot.json`), 'utf8'))
}

describe('the migrations', () => {
  it('of SQLite make the tables that its schema says', async () => {
    expect(await generateSQLiteMigration(snapshotOf('sqlite'), await generateSQLiteDrizzleJson(sqlite))).toEqual([])
  })

  it('of Postgres make the tables that its schema says', async () => {
    expect(await generateMigration(snapshotOf('postgres'), generateDrizzleJson(postgres))).toEqual([])
  })
})
