import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../shared/result/result.ts'
import { errorForLog } from './error-for-log.ts'
import type { Log } from './log.ts'
import { newEpoch } from './store/new-epoch.ts'
import type { Store } from './store/ports.ts'
import type { RedisAddress } from './store/redis/connect-redis.ts'
import { DATABASE_FILE } from './store/sqlite/database-file.ts'

export interface StoreSettings {
  /** Address of a Postgres database; undefined: a SQLite file in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** The same database as who may change its tables; undefined: `databaseUrl` may. */
  readonly migrationUrl: string | undefined
  readonly dataDir: string
  /** A Redis in which leaderboards are indexed; undefined: none. */
  readonly redis?: RedisAddress | undefined
}

/**
 * Opens the configured Postgres, else the SQLite file in the data folder, bringing either up to date. Fails with a sentence
 * for the person who starts the server, in which no address with a password stands.
 */
export async function openStore(settings: StoreSettings, log: Log): Promise<Result<Store, string>> {
  const { databaseUrl, dataDir, redis } = settings
  const opened = await (databaseUrl === undefined
    ? openSqlite(join(dataDir, DATABASE_FILE))
    : openPostgres(databaseUrl, settings, log))
  return opened.ok && redis !== undefined ? ok(await withIndex(opened.value, redis, log)) : opened
}

async function withIndex(store: Store, redis: RedisAddress, log: Log): Promise<Store> {
  const { indexedStore } = await import('./store/redis/indexed-store.ts')
  return indexedStore(store, {
    redis,
    newToken: randomUUID,
    monotonicMs: () => performance.now(),
    onProblem: (error) => log('warn', 'Redis does not answer', { error: nameOf(error) }),
    isRequestBound: false,
  })
}

/** What went wrong, without what was asked: its message would hold handles and scores. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

// Each is loaded only where it is used: the other's driver need not work on this machine.
async function openSqlite(path: string): Promise<Result<Store, string>> {
  try {
    const { openSqliteStore } = await import('./store/sqlite/sqlite-store.ts')
    return ok(openSqliteStore({ path, newEpoch }))
  } catch (error) {
    return fail(`the database cannot be used: ${path} (${messageOf(error)})`)
  }
}

async function openPostgres(url: string, { migrationUrl }: StoreSettings, log: Log): Promise<Result<Store, string>> {
  const onProblem = (error: unknown) => log('warn', 'a poke was not sent', { error: errorForLog(error) })
  try {
    const { openPostgresStore } = await import('./store/postgres/postgres-store.ts')
    const shared = { url, newEpoch, onProblem }
    return ok(await openPostgresStore(migrationUrl === undefined ? shared : { ...shared, migrationUrl }))
  } catch (error) {
    return fail(`DATABASE_URL cannot be used: ${messageOf(error)}`)
  }
}

/** What a driver says, without what stands between `//` and `@` in an address. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  return message.replace(/\/\/[^\s/@]*@/g, '//')
}
