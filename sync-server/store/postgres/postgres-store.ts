import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import type { AccountId, Store } from '../ports.ts'
import type { StandingsTopic } from '../standings-topic.ts'
import { assembleStore } from './assemble-store.ts'
import { connect } from './connect.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { APP_ROLE, type Types } from './own-transaction.ts'
import { POKE_CHANNEL, postgresPokes, STANDINGS_CHANNEL } from './pokes.ts'

/** How long closing waits for what is under way, in seconds. */
const CLOSE_WITHIN_S = 5

export interface PostgresOptions {
  /** `postgres://login:password@host:port/database`. */
  readonly url: string
  /** The same database as the owner of its tables, who may make roles; `url` where it is the same. */
  readonly migrationUrl?: string
  /** A new identity for the data of a new database. */
  readonly newEpoch: () => string
  /** Told of pokes that could not be sent; they hold no content. */
  readonly onProblem: (error: unknown) => void
}

/**
 * Opens the store that any number of server processes share in one Postgres database, bringing its tables up to date.
 * Rejects when the database cannot be reached, or when `url` signs in as someone who may not take the role of requests.
 */
export async function openPostgresStore({
  url,
  migrationUrl = url,
  newEpoch,
  onProblem,
}: PostgresOptions): Promise<Store> {
  await migratePostgres(migrationUrl, newEpoch)
  const sql = connect(url)
  const close = () => sql.end({ timeout: CLOSE_WITHIN_S })
  try {
    await requireAppRole(sql)
    const [pokes, standingsPokes] = await Promise.all([
      postgresPokes<AccountId>(sql, POKE_CHANNEL, onProblem),
      postgresPokes<StandingsTopic>(sql, STANDINGS_CHANNEL, onProblem),
    ])
    return assembleStore({ sql, db: drizzle(sql), pokes, standingsPokes, close })
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Superusers are bound by no policy, and an owner could lift them; so nobody's requests run as who they signed in as.
 */
async function requireAppRole(sql: Sql<Types>): Promise<void> {
  const [row] = await sql<{ readonly login: string; readonly may: boolean }[]>`
    SELECT current_user AS login, pg_has_role(current_user, ${APP_ROLE}, 'MEMBER') AS may`
  if (row?.may !== true) throw new Error(`"${row?.login}" may not take the role of requests: GRANT ${APP_ROLE} TO it`)
}
