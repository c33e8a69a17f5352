import type { Database } from 'better-sqlite3'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Entry } from '../../../shared/leaderboard/rank.ts'

const ENTRIES = 'SELECT handle, score FROM leaderboard_scores WHERE board = ? AND period = ?'

/**
 * The statements that read lists, prepared once. In each of them an index gives the rows in the order that is asked for. CROSS
 * JOIN keeps SQLite to the order of the tables: it would read the whole list first, and look for the few people in it.
 */
export function standingsStatements(database: Database) {
  const entries = <Values extends unknown[]>(rest: string) => database.prepare<Values, Entry>(`${ENTRIES} ${rest}`)
  return {
    place: database.prepare<[board: string, board: string, period: string, account: string], PlaceRow>(`
      SELECT handle, EXISTS (
        SELECT 1 FROM leaderboard_memberships AS own WHERE own.account = player.account AND board = ?
      ) AS joined, (
        SELECT score FROM leaderboard_scores AS own WHERE own.account = player.account AND board = ? AND period = ?
      ) AS score FROM leaderboard_players AS player WHERE account = ?`),
    own: database.prepare<[account: string, board: string, period: string], Entry>(
      'SELECT handle, score FROM leaderboard_scores WHERE account = ? AND board = ? AND period = ?',
    ),
    top: entries<[string, string, number]>('ORDER BY score DESC, handle LIMIT ?'),
    higher: entries<[string, string, number, number]>('AND score > ? ORDER BY score, handle DESC LIMIT ?'),
    equalBefore: entries<[string, string, number, string, number]>(
      'AND score = ? AND handle < ? ORDER BY handle DESC LIMIT ?',
    ),
    equalAfter: entries<[string, string, number, string, number]>(
      'AND score = ? AND handle > ? ORDER BY handle LIMIT ?',
    ),
    lower: entries<[string, string, number, number]>('AND score < ? ORDER BY score DESC, handle LIMIT ?'),
    total: database
      .prepare<[string, string], number>('SELECT sum(players) FROM leaderboard_tallies WHERE board = ? AND period = ?')
      .pluck(),
    above: database
      .prepare<[board: string, period: string, bucket: number], number>(
        'SELECT sum(players) FROM leaderboard_tallies WHERE board = ? AND period = ? AND bucket > ?',
      )
      .pluck(),
    within: database
      .prepare<[board: string, period: string, score: number, end: number], number>(
        'SELECT count(*) FROM leaderboard_scores WHERE board = ? AND period = ? AND score > ? AND score < ?',
      )
      .pluck(),
    isIn: database
      .prepare<[string, string], 1>('SELECT 1 FROM leaderboard_league_players WHERE account = ? AND league = ?')
      .pluck(),
    ofLeague: database.prepare<[league: string, board: string, period: string], Entry>(`
      SELECT handle, score FROM leaderboard_league_players AS own
      CROSS JOIN leaderboard_scores AS shown ON shown.account = own.account
      WHERE own.league = ? AND shown.board = ? AND shown.period = ?`),
    // Oneself, too.
    ofFriends: database.prepare<[own: string, own: string, board: string, period: string], Entry>(`
      SELECT handle, score FROM (
        SELECT ? AS account UNION ALL
        SELECT own.friend FROM leaderboard_friends AS own
        JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account
        WHERE own.account = ?
      ) AS circle CROSS JOIN leaderboard_scores AS shown ON shown.account = circle.account
      WHERE shown.board = ? AND shown.period = ?`),
    // By the index of ranks, in which the first ones lie together.
    countOf: database
      .prepare<[entries: string, board: string, period: string], number>(`
        SELECT count(*) FROM json_each(?) AS wanted CROSS JOIN leaderboard_scores AS stored
        ON stored.board = ? AND stored.period = ?
        AND stored.score = wanted.value ->> 'score' AND stored.handle = wanted.value ->> 'handle'`)
      .pluck(),
    ofSkeletons: database.prepare<[skeletons: string, board: string, period: string], Entry>(`
      SELECT shown.handle, shown.score FROM json_each(?) AS wanted
      CROSS JOIN leaderboard_players AS player ON player.skeleton = wanted.value
      CROSS JOIN leaderboard_scores AS shown ON shown.account = player.account
      WHERE shown.board = ? AND shown.period = ?`),
  }
}

interface PlaceRow {
  readonly handle: Handle
  readonly joined: number
  readonly score: number | null
}
