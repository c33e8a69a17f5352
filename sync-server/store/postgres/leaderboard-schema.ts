import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { user } from './auth-schema.ts'

// Row level security, triggers and the order of handles are in the migrations: the generator does not know them all. The
// triggers keep the tallies, and remove leagues that nobody is in.

const count = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** Accounts that have chosen to be compared. `skeleton` is the same for handles that look alike. */
export const leaderboardPlayers = pgTable(
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
export const leaderboardMemberships = pgTable(
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
export const leaderboardScores = pgTable(
  'leaderboard_scores',
  {
    account: text('account').notNull(),
    board: text('board').notNull(),
    period: text('period').notNull(),
    handle: text('handle').notNull(),
    score: count('score'),
    bucket: count('bucket'),
    at: count('at'),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.board, table.period] }),
    index('leaderboard_scores_rank').on(table.board, table.period, table.score.desc().nullsFirst(), table.handle),
    // Where the database cannot tell that something was written, this is what is looked at.
    index('leaderboard_scores_at').on(table.board, table.period, table.at),
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
export const leaderboardTallies = pgTable(
  'leaderboard_tallies',
  {
    board: text('board').notNull(),
    period: text('period').notNull(),
    bucket: count('bucket'),
    players: integer('players').notNull(),
  },
  (table) => [primaryKey({ columns: [table.board, table.period, table.bucket] })],
)

export const leaderboardLeagues = pgTable('leaderboard_leagues', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  code: text('code').notNull().unique(),
})

export const leaderboardLeaguePlayers = pgTable(
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
export const leaderboardFriends = pgTable(
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
