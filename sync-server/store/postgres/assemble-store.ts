import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { keyFromBytes } from '../key-bytes.ts'
import type { AccountExport, AccountId, Pokes, Store } from '../ports.ts'
import type { StandingsTopic } from '../standings-topic.ts'
import { postgresCoach } from './coach.ts'
import { postgresExchange, readEpoch } from './exchange.ts'
import { postgresJobs } from './jobs.ts'
import { postgresKeyslots, readKeyslots } from './keyslots.ts'
import { postgresLeaderboard } from './leaderboard.ts'
import { ownTransaction, type Types } from './own-transaction.ts'
import { postgresPush } from './push.ts'
import * as schema from './schema.ts'

export interface StoreParts {
  readonly sql: Sql<Types>
  /** The same connections as better-auth's adapter wants them. */
  readonly db: PostgresJsDatabase
  readonly pokes: Pokes
  readonly standingsPokes: Pokes<StandingsTopic>
  readonly close: () => Promise<void>
}

/** The store over connections to a database whose tables are up to date. */
export function assembleStore({ sql, db, pokes, standingsPokes, close }: StoreParts): Store {
  return {
    sync: {
      exchange: postgresExchange(sql),
      exportAccount: (account) => exportAccount(sql, account),
      ...postgresKeyslots(sql),
      // Everything of an account hangs on its user, and goes with it.
      deleteAccount: (account) =>
        ownTransaction(sql, account, 'write', async (transaction) => {
          await transaction`DELETE FROM "user" WHERE id = ${account}`
        }),
    },
    pokes,
    leaderboard: postgresLeaderboard(sql),
    standingsPokes,
    push: postgresPush(sql),
    coach: postgresCoach(sql),
    jobs: postgresJobs(sql),
    auth: drizzleAdapter(db, { provider: 'pg', schema }),
    async deleteExpired(now) {
      // As text: drizzle takes the driver's own way of writing dates away from connections that it is given.
      const instant = new Date(now).toISOString()
      const sessions = await sql`DELETE FROM session WHERE expires_at < ${instant}`
      const verifications = await sql`DELETE FROM verification WHERE expires_at < ${instant}`
      const [trail] = await sql<{ readonly forgotten: number }[]>`SELECT ownit_forget_audit() AS forgotten`
      return { sessions: sessions.count, verifications: verifications.count, audit: trail?.forgotten ?? 0 }
    },
    ready: async () => void (await sql`SELECT 1`),
    close,
  }
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
