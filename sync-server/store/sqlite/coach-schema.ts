import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { user } from './auth-schema.ts'

/** The agent of each account (JSON, marks and ids alone), and who runs a turn of it. */
export const coachAccounts = sqliteTable('coach_accounts', {
  account: text('account')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  agent: text('agent'),
  leaseTurn: text('lease_turn'),
  leaseOwner: text('lease_owner'),
  leaseUntil: integer('lease_until').notNull(),
})

/** Turns until they are acknowledged. `request` and `proof` are HMACs, times are ms since 1970 UTC, `day` counts days from there. */
export const coachTurns = sqliteTable(
  'coach_turns',
  {
    // Of that row and not of the user: who writes has its lock, and a deletion waits for it instead of for each other.
    account: text('account')
      .notNull()
      .references(() => coachAccounts.account, { onDelete: 'cascade' }),
    turnId: text('turn_id').notNull(),
    state: text('state').notNull(),
    request: blob('request', { mode: 'buffer' }).notNull(),
    proof: blob('proof', { mode: 'buffer' }).notNull(),
    otid: text('otid').notNull(),
    runId: text('run_id'),
    cursor: integer('cursor'),
    day: integer('day').notNull(),
    reserved: integer('reserved').notNull(),
    cancelled: integer('cancelled').notNull(),
    startedAt: integer('started_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.turnId] }), index('coach_turns_started').on(table.startedAt)],
)

/** What there is of their replies, sealed with a key that only the device has. */
export const coachPieces = sqliteTable(
  'coach_pieces',
  {
    account: text('account').notNull(),
    turnId: text('turn_id').notNull(),
    n: integer('n').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.turnId, table.n] }),
    foreignKey({
      name: 'coach_pieces_turn',
      columns: [table.account, table.turnId],
      foreignColumns: [coachTurns.account, coachTurns.turnId],
    }).onDelete('cascade'),
  ],
)

/** What is used up of each day. */
export const coachUsage = sqliteTable(
  'coach_usage',
  {
    account: text('account')
      .notNull()
      .references(() => coachAccounts.account, { onDelete: 'cascade' }),
    day: integer('day').notNull(),
    turns: integer('turns').notNull(),
    tokens: integer('tokens').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.day] })],
)

/** The tokens of all accounts together. */
export const coachServerUsage = sqliteTable('coach_server_usage', {
  day: integer('day').primaryKey(),
  tokens: integer('tokens').notNull(),
})
