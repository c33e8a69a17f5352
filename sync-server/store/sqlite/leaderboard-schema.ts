import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { user } from './auth-schema.ts'

// Triggers, which the generator does not know, are in the migrations: they keep the tallies, and remove leagues that nobody is in.

/** Accounts that have chosen to be compared. `skeleton` is the same for handles that look alike. */
export const leaderboardPlayers = sqliteTable(
  'leaderboard_players',
  {
    account: text('account')
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    handle: text('handle').notNull(),
    skeleton: text('skeleton').notNull().unique(),
  },
  (table) => [unique('leaderboard_players_account_handle').on(table.account, table.handle)],
)

/** Which boards a player is on. */
export const leaderboardMemberships = sqliteTable(
  'leaderboard_memberships',
  {
    account: text('account')
      .notNull()
      .references(() => leaderboardPlayers.account, { onDelete: 'cascade' }),
    board: text('board').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.board] })],
)

/** The scores, each with its player's handle, so that the index alone answers in the order of ranks. `at` in ms since 1970 UTC. */
export const leaderboardScores = sqliteTable(
  'leaderboard_scores',
  {
    account: text('account').notNull(),
    board: text('board').notNull(),
    period: text('period').notNull(),
    handle: text('handle').notNull(),
    score: integer('score').notNull(),
    bucket: integer('bucket').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.board, table.period] }),
    index('leaderboard_scores_rank').on(table.board, table.period, sql`${table.score} DESC`, table.handle),
    foreignKey({
      columns: [table.account, table.board],
      foreignColumns: [leaderboardMemberships.account, leaderboardMemberships.board],
      name: 'leaderboard_scores_membership',
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.account, table.handle],
      foreignColumns: [leaderboardPlayers.account, leaderboardPlayers.handle],
      name: 'leaderboard_scores_player',
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)

/** How many scores of a list are in each bucket; those that nobody is in any more stay, at 0. */
export const leaderboardTallies = sqliteTable(
  'leaderboard_tallies',
  {
    board: text('board').notNull(),
    period: text('period').notNull(),
    bucket: integer('bucket').notNull(),
    players: integer('players').notNull(),
  },
  (table) => [primaryKey({ columns: [table.board, table.period, table.bucket] })],
)

export const leaderboardLeagues = sqliteTable('leaderboard_leagues', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  code: text('code').notNull().unique(),
})

export const leaderboardLeaguePlayers = sqliteTable(
  'leaderboard_league_players',
  {
    account: text('account')
      .notNull()
      .references(() => leaderboardPlayers.account, { onDelete: 'cascade' }),
    league: text('league')
      .notNull()
      .references(() => leaderboardLeagues.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.league] }),
    index('leaderboard_league_players_league').on(table.league),
  ],
)

/** Who has asked for whom; friends are those who have both. */
export const leaderboardFriends = sqliteTable(
  'leaderboard_friends',
  {
    account: text('account')
      .notNull()
      .references(() => leaderboardPlayers.account, { onDelete: 'cascade' }),
    friend: text('friend')
      .notNull()
      .references(() => leaderboardPlayers.account, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.friend] }),
    index('leaderboard_friends_friend').on(table.friend),
  ],
)
