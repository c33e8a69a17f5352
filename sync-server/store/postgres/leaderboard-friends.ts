import type { Sql, TransactionSql } from 'postgres'
import { type Handle, skeletonOf } from '../../../shared/leaderboard/handle.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import { AccountGone, type AccountId } from '../ports.ts'
import { lockPlayer } from './leaderboard-players.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

/** Who has asked for whom. */
export function postgresFriends(sql: Sql<Types>): Pick<LeaderboardStore, 'addFriend' | 'removeFriend'> {
  return {
    addFriend: (account, handle) =>
      add(sql, account, handle).catch((error: unknown) => {
        // The player who asks is held, so it is the other one who has just gone.
        if (error instanceof AccountGone) return 'no-such-handle'
        throw error
      }),
    removeFriend: (account, handle) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        const friend = await find(transaction, handle)
        if (friend === undefined) return false
        const { count } = await transaction`
          DELETE FROM leaderboard_friends
          WHERE (account = ${account} AND friend = ${friend}) OR (account = ${friend} AND friend = ${account})`
        return count > 0
      }),
  }
}

const add = (sql: Sql<Types>, account: AccountId, handle: Handle): ReturnType<LeaderboardStore['addFriend']> =>
  ownTransaction(sql, account, 'write', async (transaction) => {
    if (!(await lockPlayer(transaction, account))) return 'no-player'
    const friend = await find(transaction, handle)
    if (friend === undefined) return 'no-such-handle'
    if (friend === account) return 'own-handle'
    const [others] = await transaction<{ readonly count: number }[]>`
      SELECT count(*) FROM leaderboard_friends WHERE account = ${account} AND friend <> ${friend}`
    if (others === undefined || others.count >= LEADERBOARD_LIMITS.friends) return 'full'
    await transaction`
      INSERT INTO leaderboard_friends (account, friend) VALUES (${account}, ${friend}) ON CONFLICT DO NOTHING`
    return 'ok'
  })

async function find(transaction: TransactionSql<Types>, handle: Handle): Promise<AccountId | undefined> {
  const [row] = await transaction<{ readonly account: AccountId }[]>`
    SELECT account FROM leaderboard_players WHERE skeleton = ${skeletonOf(handle)}`
  return row?.account
}
