import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { keyFromBytes } from '../key-bytes.ts'
import type { AccountExport, AccountId, Store } from '../ports.ts'
import { connect } from './connect.ts'
import { postgresExchange, readEpoch } from './exchange.ts'
import { postgresKeyslots, readKeyslots } from './keyslots.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { APP_ROLE, ownTransaction, type Types } from './own-transaction.ts'
import { postgresPokes } from './pokes.ts'
import * as schema from './schema.ts'

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
    const keyslots = postgresKeyslots(sql)
    return {
      sync: {
        exchange: postgresExchange(sql),
        exportAccount: (account) => exportAccount(sql, account),
        ...keyslots,
        // Everything of an account hangs on its user, and goes with it.
        deleteAccount: (account) =>
          ownTransaction(sql, account, 'write', async (transaction) => {
            await transaction`DELETE FROM "user" WHERE id = ${account}`
          }),
      },
      pokes: await postgresPokes(sql, onProblem),
      auth: drizzleAdapter(drizzle(sql), { provider: 'pg', schema }),
      ready: async () => void (await sql`SELECT 1`),
      close,
    }
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

const exportAccount = (sql: Sql<Types>, account: AccountId): Promise<AccountExport> =>
  ownTransaction(sql, account, 'snapshot', async (transaction) => {
    const rows = await transaction<
      { readonly key: Uint8Array; readonly version: number; readonly envelope: Uint8Array }[]
    >`
      SELECT key, version, envelope FROM documents WHERE account = ${account} ORDER BY version`
    return {
      epoch: await readEpoch(transaction),
      documents: rows.map(({ key, version, envelope }) => ({ key: keyFromBytes(key), version, envelope })),
      keyslots: await readKeyslots(transaction, account),
    }
  })
