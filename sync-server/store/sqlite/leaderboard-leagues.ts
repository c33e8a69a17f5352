import type { Database } from 'better-sqlite3'
import type { League } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_LIMITS } from '../../../shared/leaderboard/protocol.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'

/** Leagues: whoever has the invitation code is in. */
export function sqliteLeagues(
  database: Database,
): Pick<LeaderboardStore, 'createLeague' | 'joinLeague' | 'leaveLeague'> {
  const isPlayer = database.prepare<[account: string], 1>('SELECT 1 FROM leaderboard_players WHERE account = ?').pluck()
  const isIn = database
    .prepare<[string, string], 1>('SELECT 1 FROM leaderboard_league_players WHERE account = ? AND league = ?')
    .pluck()
  const leaguesOf = database
    .prepare<[account: string], number>('SELECT count(*) FROM leaderboard_league_players WHERE account = ?')
    .pluck()
  const byCode = database.prepare<[code: string], League>(`
    SELECT id, name, code, (SELECT count(*) FROM leaderboard_league_players WHERE league = id) AS players
    FROM leaderboard_leagues WHERE code = ?`)
  const create = database.prepare<[id: string, name: string, code: string]>(
    'INSERT INTO leaderboard_leagues (id, name, code) VALUES (?, ?, ?)',
  )
  const join = database.prepare<[account: string, league: string]>(
    'INSERT INTO leaderboard_league_players (account, league) VALUES (?, ?)',
  )
  const leave = database.prepare<[account: string, league: string]>(
    'DELETE FROM leaderboard_league_players WHERE account = ? AND league = ?',
  )
  const isFull = (account: AccountId) => (leaguesOf.get(account) ?? 0) >= LEADERBOARD_LIMITS.leagues

  const createWithin = database.transaction(
    (
      account: AccountId,
      { id, name, code }: Pick<League, 'id' | 'name' | 'code'>,
    ): Result<League, 'no-player' | 'full'> => {
      if (isPlayer.get(account) === undefined) return fail('no-player')
      if (isFull(account)) return fail('full')
      create.run(id, name, code)
      join.run(account, id)
      return ok({ id, name, code, players: 1 })
    },
  )
  const joinWithin = database.transaction(
    (account: AccountId, code: string): Result<League, 'no-player' | 'no-league' | 'full'> => {
      if (isPlayer.get(account) === undefined) return fail('no-player')
      const league = byCode.get(code)
      if (league === undefined) return fail('no-league')
      if (isIn.get(account, league.id) !== undefined) return ok(league)
      if (isFull(account) || league.players >= LEADERBOARD_LIMITS.leaguePlayers) return fail('full')
      join.run(account, league.id)
      return ok({ ...league, players: league.players + 1 })
    },
  )
  return {
    createLeague: async (account, league) => createWithin.immediate(account, league),
    joinLeague: async (account, code) => joinWithin.immediate(account, code),
    leaveLeague: async (account, id) => leave.run(account, id).changes > 0,
  }
}
