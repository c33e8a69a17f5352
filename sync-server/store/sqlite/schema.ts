import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
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

/** One row: the identity of this database's data. */
export const serverMeta = sqliteTable(
  'server_meta',
  { id: integer('id').primaryKey(), epoch: text('epoch').notNull() },
  (table) => [check('server_meta_single', sql`${table.id} = 1`)],
)

/** What is known of an account's documents without reading them; kept up by every exchange. */
export const accountState = sqliteTable('account_state', {
  // Rows of documents name their account by this number: the account's own id takes 32 bytes, three times a document.
  id: integer('id').primaryKey(),
  account: text('account')
    .notNull()
    .unique()
    .references(() => user.id, { onDelete: 'cascade' }),
  head: integer('head').notNull(),
  count: integer('count').notNull(),
  bytes: integer('bytes').notNull(),
  digest: blob('digest', { mode: 'buffer' }).notNull(),
})

/**
 * The sealed documents. In the order of their first writing and replaced in place, so that pages stay full: sorted by key,
 * whose order is random, they would be two thirds full. `key` are the 16 bytes of the key, `part` is what the document
 * gives the account's digest.
 */
export const documents = sqliteTable(
  'documents',
  {
    id: integer('id').primaryKey(),
    account: integer('account')
      .notNull()
      .references(() => accountState.id, { onDelete: 'cascade' }),
    key: blob('key', { mode: 'buffer' }).notNull(),
    version: integer('version').notNull(),
    part: blob('part', { mode: 'buffer' }).notNull(),
    envelope: blob('envelope', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    uniqueIndex('documents_account_key').on(table.account, table.key),
    uniqueIndex('documents_account_version').on(table.account, table.version),
  ],
)

/** `kdf` is JSON. */
export const keyslots = sqliteTable(
  'keyslots',
  {
    account: text('account')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    kdf: text('kdf'),
    wrapped: text('wrapped').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.id] })],
)
