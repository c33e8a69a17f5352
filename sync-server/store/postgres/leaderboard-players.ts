import postgres, { type Sql, type TransactionSql } from 'postgres'
import type { Board } from '../../../shared/leaderboard/board.ts'
import { type Handle, skeletonOf } from '../../../shared/leaderboard/handle.ts'
import type { Friend, League, Player } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import type { LeaderboardStore, RemovedScore } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

const UNIQUE_VIOLATION = '23505'

/** Who is compared, and on which boards. */
export function postgresPlayers(
  sql: Sql<Types>,
): Pick<LeaderboardStore, 'player' | 'setHandle' | 'removePlayer' | 'joinBoard' | 'leaveBoard' | 'audience'> {
  return {
    player: (account) => ownTransaction(sql, account, 'snapshot', (transaction) => readPlayer(transaction, account)),
    async setHandle(account, handle) {
      try {
        await ownTransaction(
          sql,
          account,
          'write',
          (transaction) => transaction`
            INSERT INTO leaderboard_players (account, handle, skeleton)
            VALUES (${account}, ${handle}, ${skeletonOf(handle)})
            ON CONFLICT (account) DO UPDATE SET handle = excluded.handle, skeleton = excluded.skeleton`,
        )
        return 'ok'
      } catch (error) {
        if (error instanceof postgres.PostgresError && error.code === UNIQUE_VIOLATION) return 'taken'
        throw error
      }
    },
    removePlayer: (account) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        const removed = await transaction<RemovedScore[]>`
          SELECT board, period, handle FROM leaderboard_scores WHERE account = ${account} FOR UPDATE`
        await transaction`DELETE FROM leaderboard_players WHERE account = ${account}`
        return removed
      }),
    joinBoard: (account, board) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        if (!(await lockPlayer(transaction, account))) return 'no-player'
        await transaction`
          INSERT INTO leaderboard_memberships (account, board) VALUES (${account}, ${board}) ON CONFLICT DO NOTHING`
        return 'ok'
      }),
    leaveBoard: (account, board) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        // Who publishes at this moment holds it, too, and is not left with a score of a board that is gone.
        await lockPlayer(transaction, account)
        const removed = await transaction<RemovedScore[]>`
          SELECT board, period, handle FROM leaderboard_scores WHERE account = ${account} AND board = ${board} FOR UPDATE`
        await transaction`DELETE FROM leaderboard_memberships WHERE account = ${account} AND board = ${board}`
        return removed
      }),
    audience: (account) =>
      ownTransaction(sql, account, 'snapshot', async (transaction) => {
        const [leagues, friends] = await Promise.all([
          transaction<{ readonly league: string }[]>`
            SELECT league FROM leaderboard_league_players WHERE account = ${account}`,
          transaction<{ readonly friend: AccountId }[]>`
            SELECT own.friend FROM leaderboard_friends AS own
            JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account
            WHERE own.account = ${account}`,
        ])
        return { leagues: leagues.map(({ league }) => league), friends: friends.map(({ friend }) => friend) }
      }),
  }
}

/** Holds the player's row, so that what it may have of something is counted by one at a time. False: there is no player. */
export async function lockPlayer(transaction: TransactionSql<Types>, account: AccountId): Promise<boolean> {
  const rows = await transaction`SELECT FROM leaderboard_players WHERE account = ${account} FOR NO KEY UPDATE`
  return rows.length > 0
}

async function readPlayer(transaction: TransactionSql<Types>, account: AccountId): Promise<Player | undefined> {
  const [[player], boards, leagues, askedFor, askedBy] = await Promise.all([
    transaction<{ readonly handle: Handle }[]>`SELECT handle FROM leaderboard_players WHERE account = ${account}`,
    transaction<{ readonly board: Board }[]>`
      SELECT board FROM leaderboard_memberships WHERE account = ${account} ORDER BY board`,
    transaction<League[]>`
      SELECT id, name, code, (SELECT count(*) FROM leaderboard_league_players WHERE league = id) AS players
      FROM leaderboard_league_players JOIN leaderboard_leagues ON id = league
      WHERE account = ${account} ORDER BY name, id`,
    transaction<Friend[]>`
      SELECT handle, CASE WHEN back.account IS NULL THEN 'asked' ELSE 'mutual' END AS state
      FROM leaderboard_friends AS own
      JOIN leaderboard_players AS other ON other.account = own.friend
      LEFT JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account
      WHERE own.account = ${account} ORDER BY handle`,
    transaction<Friend[]>`
      SELECT handle, 'asking' AS state FROM leaderboard_friends AS own
      JOIN leaderboard_players AS other ON other.account = own.account
      WHERE own.friend = ${account}
      AND NOT EXISTS (SELECT FROM leaderboard_friends WHERE account = own.friend AND friend = own.account)
      ORDER BY handle LIMIT ${LEADERBOARD_LIMITS.friends}`,
  ])
  if (player === undefined) return undefined
  return {
    handle: player.handle,
    boards: boards.map(({ board }) => board),
    leagues: leagues.map((league) => ({ ...league })),
    friends: [...askedFor, ...askedBy].map((friend) => ({ ...friend })),
  }
}
