import { resolve } from 'node:path'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as z from 'zod'
import { keyFromBytes } from '../key-bytes.ts'
import { localPokes } from '../local-pokes.ts'
import type { AccountExport, AccountId, Store } from '../ports.ts'
import { sqliteCoach } from './coach.ts'
import { sqliteExchange } from './exchange.ts'
import { sqliteJobs } from './jobs.ts'
import { sqliteKeyslots } from './keyslots.ts'
import { sqliteLeaderboard } from './leaderboard.ts'
import { sqlitePush } from './push.ts'
import * as schema from './schema.ts'

const MIGRATIONS = resolve(import.meta.dirname, 'migrations')

/** How long a statement waits for another process that has the file, such as a backup, in ms. */
const BUSY_MS = 5000

export interface SqliteOptions {
  /** Path of the database file; it is made when there is none. */
  readonly path: string
  /** A new identity for the data of a new database. */
  readonly newEpoch: () => string
}

/**
 * Opens the store that one server process keeps in one SQLite file, bringing its tables up to date. Throws when the file
 * cannot be used.
 */
export function openSqliteStore({ path, newEpoch }: SqliteOptions): Store {
  const database = openDatabase(path)
  const db = drizzle(database)
  migrate(db, { migrationsFolder: MIGRATIONS })
  const epoch = readEpoch(database, newEpoch)
  const exchange = sqliteExchange(database, epoch)
  const keyslots = sqliteKeyslots(database)
  const documents = database.prepare<[account: string], { key: Uint8Array; version: number; envelope: Uint8Array }>(
    `SELECT key, version, envelope FROM documents
     WHERE account = (SELECT id FROM account_state WHERE account = ?) ORDER BY version`,
  )
  const deleteUser = database.prepare<[account: string]>('DELETE FROM user WHERE id = ?')
  const deleteSessions = database.prepare<[now: number]>('DELETE FROM session WHERE expires_at < ?')
  const deleteVerifications = database.prepare<[now: number]>('DELETE FROM verification WHERE expires_at < ?')
  const answer = database.prepare('SELECT 1')

  return {
    sync: {
      exchange: async (account, request) => exchange(account, request),
      // Nothing else runs between the two readings: a statement holds the thread, and the process has the file to itself.
      exportAccount: async (account): Promise<AccountExport> => ({
        epoch,
        documents: documents.all(account).map((row) => ({ ...row, key: keyFromBytes(row.key) })),
        keyslots: await keyslots.keyslots(account),
      }),
      ...keyslots,
      // Everything of an account hangs on its user, and goes with it.
      deleteAccount: async (account: AccountId) => void deleteUser.run(account),
    },
    pokes: localPokes(),
    leaderboard: sqliteLeaderboard(database, epoch),
    standingsPokes: localPokes(),
    push: sqlitePush(database),
    coach: sqliteCoach(database),
    jobs: sqliteJobs(database),
    auth: drizzleAdapter(db, { provider: 'sqlite', schema }),
    deleteExpired: async (now) => ({
      sessions: deleteSessions.run(now).changes,
      verifications: deleteVerifications.run(now).changes,
      // There is no trail: one process, and whoever owns the file can change it.
      audit: 0,
    }),
    ready: async () => void answer.get(),
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: BUSY_MS })
  database.pragma('journal_mode = WAL')
  // A crash of the process loses nothing. A power cut may lose the last moments, and then devices find by the digest that
  // theirs differs and bring back what they hold.
  database.pragma('synchronous = NORMAL')
  database.pragma('foreign_keys = ON')
  // Documents of one request lie on many pages. Pages written again before they are carried over from the log are carried
  // over once: at 4000 pages (16 MiB) instead of 1000, replacing 20 documents took two thirds of the time.
  database.pragma('wal_autocheckpoint = 4000')
  database.pragma('cache_size = -16384')
  return database
}

function readEpoch(database: Database.Database, newEpoch: () => string): string {
  database.prepare('INSERT OR IGNORE INTO server_meta (id, epoch) VALUES (1, ?)').run(newEpoch())
  return z.object({ epoch: z.string() }).parse(database.prepare('SELECT epoch FROM server_meta').get()).epoch
}
