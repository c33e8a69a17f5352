import type { Database } from 'better-sqlite3'
import { type Handle, skeletonOf } from '../../../shared/leaderboard/handle.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'

/** Who has asked for whom. */
export function sqliteFriends(database: Database): Pick<LeaderboardStore, 'addFriend' | 'removeFriend'> {
  const isPlayer = database.prepare<[account: string], 1>('SELECT 1 FROM leaderboard_players WHERE account = ?').pluck()
  const find = database
    .prepare<[skeleton: string], AccountId>('SELECT account FROM leaderboard_players WHERE skeleton = ?')
    .pluck()
  const others = database
    .prepare<[account: string, friend: string], number>(
      'SELECT count(*) FROM leaderboard_friends WHERE account = ? AND friend <> ?',
    )
    .pluck()
  const add = database.prepare<[account: string, friend: string]>(
    'INSERT INTO leaderboard_friends (account, friend) VALUES (?, ?) ON CONFLICT DO NOTHING',
  )
  const remove = database.prepare<[a: string, b: string, b: string, a: string]>(
    'DELETE FROM leaderboard_friends WHERE (account = ? AND friend = ?) OR (account = ? AND friend = ?)',
  )

  const addWithin = database.transaction((account: AccountId, handle: Handle) => {
    if (isPlayer.get(account) === undefined) return 'no-player'
    const friend = find.get(skeletonOf(handle))
    if (friend === undefined) return 'no-such-handle'
    if (friend === account) return 'own-handle'
    if ((others.get(account, friend) ?? 0) >= LEADERBOARD_LIMITS.friends) return 'full'
    add.run(account, friend)
    return 'ok'
  })
  const removeWithin = database.transaction((account: AccountId, handle: Handle) => {
    const friend = find.get(skeletonOf(handle))
    return friend !== undefined && remove.run(account, friend, friend, account).changes > 0
  })
  return {
    addFriend: async (account, handle) => addWithin.immediate(account, handle),
    removeFriend: async (account, handle) => removeWithin.immediate(account, handle),
  }
}
