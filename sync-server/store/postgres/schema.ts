import { sql } from 'drizzle-orm'
import { bigint, check, customType, integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { user } from './auth-schema.ts'

export { account, session, user, verification } from './auth-schema.ts'
export { coachAccounts, coachPieces, coachServerUsage, coachTurns, coachUsage } from './coach-schema.ts'
export {
  leaderboardFriends,
  leaderboardLeaguePlayers,
  leaderboardLeagues,
  leaderboardMemberships,
  leaderboardPlayers,
  leaderboardScores,
  leaderboardTallies,
} from './leaderboard-schema.ts'
export { jobRuns, pushDevices, pushReminders } from './push-schema.ts'

// Row level security, triggers and the role that requests run as are in the migrations: the generator does not know them all.

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
const count = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** One row: the identity of this database's data. */
export const serverMeta = pgTable(
  'server_meta',
  { id: integer('id').primaryKey(), epoch: text('epoch').notNull() },
  (table) => [check('server_meta_single', sql`${table.id} = 1`)],
)

/** What is known of an account's documents without reading them. Who holds this row's lock writes the account. */
export const accountState = pgTable('account_state', {
  account: text('account')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  head: count('head'),
  count: count('count'),
  bytes: count('bytes'),
  digest: bytea('digest').notNull(),
})

/** The sealed documents. `key` are the 16 bytes of the key, `part` is what the document gives the account's digest. */
export const documents = pgTable(
  'documents',
  {
    // Of the state and not of the user: a write holds the state's lock, and a deletion waits for it instead of for each other.
    account: text('account')
      .notNull()
      .references(() => accountState.account, { onDelete: 'cascade' }),
    key: bytea('key').notNull(),
    version: count('version'),
    part: bytea('part').notNull(),
    envelope: bytea('envelope').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.key] }),
    unique('documents_account_version').on(table.account, table.version),
  ],
)

/** `kdf` is JSON; `created_at` in ms since 1970 UTC. */
export const keyslots = pgTable(
  'keyslots',
  {
    account: text('account')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    kdf: text('kdf'),
    wrapped: text('wrapped').notNull(),
    createdAt: count('created_at'),
  },
  (table) => [primaryKey({ columns: [table.account, table.id] })],
)

/** What happened to accounts, written by triggers: no content, and nothing that the server's role can read or change. */
export const audit = pgTable('audit', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp('at', { withTimezone: true }).defaultNow().notNull(),
  event: text('event').notNull(),
  account: text('account').notNull(),
})
