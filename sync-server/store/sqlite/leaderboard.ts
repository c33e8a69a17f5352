import type { Database } from 'better-sqlite3'
import type { LeaderboardStore } from '../leaderboard-port.ts'
import { sqliteFriends } from './leaderboard-friends.ts'
import { sqliteLeagues } from './leaderboard-leagues.ts'
import { sqlitePlayers } from './leaderboard-players.ts'
import { sqliteScores } from './leaderboard-scores.ts'
import { sqliteStandings } from './leaderboard-standings.ts'

/** Leaderboards in a SQLite database. */
export function sqliteLeaderboard(database: Database, epoch: string): LeaderboardStore {
  return {
    ...sqlitePlayers(database),
    ...sqliteScores(database),
    ...sqliteLeagues(database),
    ...sqliteFriends(database),
    ...sqliteStandings(database, epoch),
  }
}
