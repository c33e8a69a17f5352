import type { Sql, TransactionSql } from 'postgres'
import type { League } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import { lockPlayer } from './leaderboard-players.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

type Transaction = TransactionSql<Types>

/** Leagues: whoever has the invitation code is in. */
export function postgresLeagues(
  sql: Sql<Types>,
): Pick<LeaderboardStore, 'createLeague' | 'joinLeague' | 'leaveLeague'> {
  return {
    createLeague: (account, { id, name, code }) =>
      ownTransaction(sql, account, 'write', async (transaction): Promise<Result<League, 'no-player' | 'full'>> => {
        if (!(await lockPlayer(transaction, account))) return fail('no-player')
        if (await hasEnough(transaction, account)) return fail('full')
        await transaction`INSERT INTO leaderboard_leagues (id, name, code) VALUES (${id}, ${name}, ${code})`
        await join(transaction, account, id)
        return ok({ id, name, code, players: 1 })
      }),
    joinLeague: (account, code) =>
      ownTransaction(
        sql,
        account,
        'write',
        async (transaction): Promise<Result<League, 'no-player' | 'no-league' | 'full'>> => {
          if (!(await lockPlayer(transaction, account))) return fail('no-player')
          const [league] = await transaction<Omit<League, 'players'>[]>`
            SELECT id, name, code FROM leaderboard_leagues WHERE code = ${code} FOR UPDATE`
          if (league === undefined) return fail('no-league')
          const { id } = league
          // After the lock: others who were joining have come in.
          const [members] = await transaction<{ readonly players: number; readonly own: number }[]>`
            SELECT count(*) AS players, count(*) FILTER (WHERE account = ${account}) AS own
            FROM leaderboard_league_players WHERE league = ${id}`
          const { players = 0, own = 0 } = members ?? {}
          if (own > 0) return ok({ ...league, players })
          if (players >= LEADERBOARD_LIMITS.leaguePlayers || (await hasEnough(transaction, account)))
            return fail('full')
          await join(transaction, account, id)
          return ok({ ...league, players: players + 1 })
        },
      ),
    leaveLeague: (account, id) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        const { count } = await transaction`
          DELETE FROM leaderboard_league_players WHERE account = ${account} AND league = ${id}`
        return count > 0
      }),
  }
}

async function hasEnough(transaction: Transaction, account: AccountId): Promise<boolean> {
  const [own] = await transaction<{ readonly leagues: number }[]>`
    SELECT count(*) AS leagues FROM leaderboard_league_players WHERE account = ${account}`
  return own === undefined || own.leagues >= LEADERBOARD_LIMITS.leagues
}

const join = (transaction: Transaction, account: AccountId, league: string) =>
  transaction`INSERT INTO leaderboard_league_players (account, league) VALUES (${account}, ${league})`
