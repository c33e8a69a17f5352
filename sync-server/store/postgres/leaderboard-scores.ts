import type { Sql } from 'postgres'
import type { Board } from '../../../shared/leaderboard/board.ts'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { PublishedScore } from '../../../shared/leaderboard/judge-score.ts'
import { bucketOf } from '../leaderboard-buckets.ts'
import type { LeaderboardStore, PublishOutcome } from '../leaderboard-port.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

/** What players show. */
export function postgresScores(sql: Sql<Types>): Pick<LeaderboardStore, 'publish' | 'scores'> {
  return {
    publish: (account, scores, now) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        // Held to the end, so that neither the name nor a board goes away meanwhile.
        const [player] = await transaction<{ readonly handle: Handle }[]>`
          SELECT handle FROM leaderboard_players WHERE account = ${account} FOR NO KEY UPDATE`
        const memberships = await transaction<{ readonly board: Board }[]>`
          SELECT board FROM leaderboard_memberships WHERE account = ${account}`
        const joined = new Set(memberships.map(({ board }) => board))
        const put = async ({ board, period, score }: PublishedScore): Promise<PublishOutcome> => {
          if (player === undefined || !joined.has(board)) return 'not-joined'
          const { count } = await transaction`
            INSERT INTO leaderboard_scores AS stored (account, board, period, handle, score, bucket, at)
            VALUES (${account}, ${board}, ${period}, ${player.handle}, ${score}, ${bucketOf({ board, period }, score)}, ${now})
            ON CONFLICT (account, board, period) DO UPDATE
            SET score = excluded.score, bucket = excluded.bucket, at = excluded.at WHERE stored.score <> excluded.score`
          return count > 0 ? 'moved' : 'same'
        }
        // In one order for everybody: each holds the tallies of lists it has written, and two must not wait for each other.
        const inOrder = scores
          .map((score, index) => ({ score, index }))
          .sort((a, b) => (listOf(a.score) < listOf(b.score) ? -1 : Number(listOf(a.score) > listOf(b.score))))
        const outcomes: PublishOutcome[] = []
        for (const { score, index } of inOrder) outcomes[index] = await put(score)
        return outcomes
      }),
    scores: (account) =>
      ownTransaction(sql, account, 'snapshot', async (transaction) => {
        const rows = await transaction<PublishedScore[]>`
          SELECT board, period, score FROM leaderboard_scores WHERE account = ${account} ORDER BY board, period COLLATE "C"`
        return rows.map((row) => ({ ...row }))
      }),
  }
}

const listOf = ({ board, period }: PublishedScore) => `${board}/${period}`
