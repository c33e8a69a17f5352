import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../shared/result/result.ts'
import type { Store } from './store/ports.ts'

/** Name of the SQLite file in the data folder. */
const DATABASE_FILE = 'ownit.db'

const newEpoch = () => randomBytes(16).toString('base64url')

/**
 * Opens the configured Postgres, else the SQLite file in the data folder, bringing either up to date. Fails with a sentence
 * for the person who starts the server, in which no password stands.
 */
export async function openStore(_databaseUrl: string | undefined, dataDir: string): Promise<Result<Store, string>> {
  const path = join(dataDir, DATABASE_FILE)
  try {
    const { openSqliteStore } = await import('./store/sqlite/sqlite-store.ts')
    return ok(openSqliteStore({ path, newEpoch }))
  } catch (error) {
    return fail(`the database cannot be used: ${path} (${error instanceof Error ? error.message : String(error)})`)
  }
}
