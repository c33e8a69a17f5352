import type { Sql } from 'postgres'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import { postgresFriends } from './leaderboard-friends.ts'
import { postgresLeagues } from './leaderboard-leagues.ts'
import { postgresPlayers } from './leaderboard-players.ts'
import { postgresScores } from './leaderboard-scores.ts'
import { postgresStandings } from './leaderboard-standings.ts'
import type { Types } from './own-transaction.ts'

/** Leaderboards in Postgres. */
export function postgresLeaderboard(sql: Sql<Types>): LeaderboardStore {
  return {
    ...postgresPlayers(sql),
    ...postgresScores(sql),
    ...postgresLeagues(sql),
    ...postgresFriends(sql),
    ...postgresStandings(sql),
  }
}
