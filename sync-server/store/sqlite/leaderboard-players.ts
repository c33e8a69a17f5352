import Sqlite, { type Database } from 'better-sqlite3'
import type { Board } from '../../../shared/leaderboard/board.ts'
import { type Handle, skeletonOf } from '../../../shared/leaderboard/handle.ts'
import type { Friend, League, Player } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import type { Audience, LeaderboardStore, RemovedScore } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import { writeForAccount } from './write-for-account.ts'

type Account = [account: string]

/** Who is compared, and on which boards. */
export function sqlitePlayers(
  database: Database,
): Pick<LeaderboardStore, 'player' | 'setHandle' | 'removePlayer' | 'joinBoard' | 'leaveBoard' | 'audience'> {
  const handle = database.prepare<Account, Handle>('SELECT handle FROM leaderboard_players WHERE account = ?').pluck()
  const boards = database
    .prepare<Account, Board>('SELECT board FROM leaderboard_memberships WHERE account = ? ORDER BY board')
    .pluck()
  const leagues = database.prepare<Account, League>(`
    SELECT id, name, code, (SELECT count(*) FROM leaderboard_league_players WHERE league = id) AS players
    FROM leaderboard_league_players JOIN leaderboard_leagues ON id = league WHERE account = ? ORDER BY name, id`)
  const askedFor = database.prepare<Account, Friend>(`
    SELECT handle, iif(back.account IS NULL, 'asked', 'mutual') AS state FROM leaderboard_friends AS own
    JOIN leaderboard_players AS other ON other.account = own.friend
    LEFT JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account
    WHERE own.account = ? ORDER BY handle`)
  const askedBy = database.prepare<[string, number], Friend>(`
    SELECT handle, 'asking' AS state FROM leaderboard_friends AS own
    JOIN leaderboard_players AS other ON other.account = own.account
    WHERE own.friend = ?
    AND NOT EXISTS (SELECT 1 FROM leaderboard_friends WHERE account = own.friend AND friend = own.account)
    ORDER BY handle LIMIT ?`)
  const put = database.prepare<[account: string, handle: string, skeleton: string]>(`
    INSERT INTO leaderboard_players (account, handle, skeleton) VALUES (?, ?, ?)
    ON CONFLICT (account) DO UPDATE SET handle = excluded.handle, skeleton = excluded.skeleton`)
  const removed = database.prepare<Account, RemovedScore>(
    'SELECT board, period, handle FROM leaderboard_scores WHERE account = ?',
  )
  const removedOf = database.prepare<[string, string], RemovedScore>(
    'SELECT board, period, handle FROM leaderboard_scores WHERE account = ? AND board = ?',
  )
  const removePlayer = database.prepare<Account>('DELETE FROM leaderboard_players WHERE account = ?')
  const join = database.prepare<[account: string, board: string]>(
    'INSERT INTO leaderboard_memberships (account, board) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const leave = database.prepare<[account: string, board: string]>(
    'DELETE FROM leaderboard_memberships WHERE account = ? AND board = ?',
  )
  const ownLeagues = database
    .prepare<Account, string>('SELECT league FROM leaderboard_league_players WHERE account = ?')
    .pluck()
  const mutual = database
    .prepare<Account, AccountId>(`
      SELECT own.friend FROM leaderboard_friends AS own
      JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account WHERE own.account = ?`)
    .pluck()

  const read = database.transaction((account: AccountId): Player | undefined => {
    const own = handle.get(account)
    if (own === undefined) return undefined
    const friends = [...askedFor.all(account), ...askedBy.all(account, LEADERBOARD_LIMITS.friends)]
    return { handle: own, boards: boards.all(account), leagues: leagues.all(account), friends }
  })
  const remove = database.transaction((account: AccountId) => {
    const scores = removed.all(account)
    removePlayer.run(account)
    return scores
  })
  const leaveWithin = database.transaction((account: AccountId, board: Board) => {
    const scores = removedOf.all(account, board)
    leave.run(account, board)
    return scores
  })
  const joinWithin = database.transaction((account: AccountId, board: Board) => {
    if (handle.get(account) === undefined) return 'no-player'
    join.run(account, board)
    return 'ok'
  })

  return {
    player: async (account) => read(account),
    async setHandle(account, name) {
      try {
        writeForAccount(() => put.run(account, name, skeletonOf(name)))
        return 'ok'
      } catch (error) {
        if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return 'taken'
        throw error
      }
    },
    removePlayer: async (account) => remove.immediate(account),
    joinBoard: async (account, board) => joinWithin.immediate(account, board),
    leaveBoard: async (account, board) => leaveWithin.immediate(account, board),
    audience: async (account): Promise<Audience> => ({
      leagues: ownLeagues.all(account),
      friends: mutual.all(account),
    }),
  }
}
