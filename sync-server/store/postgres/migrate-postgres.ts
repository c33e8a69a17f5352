import { resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { connect } from './connect.ts'

const MIGRATIONS = resolve(import.meta.dirname, 'migrations')

/** Names the lock that processes which start at once wait for. */
const MIGRATION_LOCK = 746_283_501

/**
 * Brings the tables up to date and gives a new database its epoch; of several processes one does it. Signs in as the owner of
 * the tables.
 */
export async function migratePostgres(url: string, newEpoch: () => string): Promise<void> {
  // One connection: the lock belongs to it, and goes with it whatever happens.
  const sql = connect(url, 1)
  try {
    await sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
    await sql`INSERT INTO server_meta (id, epoch) VALUES (1, ${newEpoch()}) ON CONFLICT (id) DO NOTHING`
  } finally {
    await sql.end()
  }
}

/**
 * [S6] Gives the data a new identity, for when they were put back from a backup: devices then offer all that they hold.
 * Processes that run take it up at their next request.
 */
export async function renewPostgresEpoch(url: string, newEpoch: () => string): Promise<void> {
  const sql = connect(url, 1)
  try {
    await sql`UPDATE server_meta SET epoch = ${newEpoch()}`
  } finally {
    await sql.end()
  }
}
