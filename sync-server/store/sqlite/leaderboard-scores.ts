import type { Database } from 'better-sqlite3'
import type { PublishedScore } from '../../../shared/leaderboard/judge-score.ts'
import { bucketOf } from '../leaderboard-buckets.ts'
import type { LeaderboardStore, PublishOutcome } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'

/** What players show. */
export function sqliteScores(database: Database): Pick<LeaderboardStore, 'publish' | 'scores'> {
  const isJoined = database
    .prepare<[account: string, board: string], 1>(
      'SELECT 1 FROM leaderboard_memberships WHERE account = ? AND board = ?',
    )
    .pluck()
  const put = database.prepare<
    [board: string, period: string, score: number, bucket: number, at: number, account: string]
  >(`
    INSERT INTO leaderboard_scores (account, board, period, handle, score, bucket, at)
    SELECT account, ?, ?, handle, ?, ?, ? FROM leaderboard_players WHERE account = ?
    ON CONFLICT (account, board, period) DO UPDATE
    SET score = excluded.score, bucket = excluded.bucket, at = excluded.at WHERE leaderboard_scores.score <> excluded.score`)
  const all = database.prepare<[account: string], PublishedScore>(
    'SELECT board, period, score FROM leaderboard_scores WHERE account = ? ORDER BY board, period',
  )

  const publish = database.transaction((account: AccountId, scores: readonly PublishedScore[], now: number) =>
    scores.map(({ board, period, score }): PublishOutcome => {
      if (isJoined.get(account, board) === undefined) return 'not-joined'
      const { changes } = put.run(board, period, score, bucketOf({ board, period }, score), now, account)
      return changes > 0 ? 'moved' : 'same'
    }),
  )
  return {
    publish: async (account, scores, now) => publish.immediate(account, scores, now),
    scores: async (account) => all.all(account),
  }
}
