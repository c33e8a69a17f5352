import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import { LEADERBOARD_REFUSALS, type LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'
import { ok, type Result } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { readPublishedBoards } from '../store/published-boards.ts'
import { hasSampleData } from '../store/sample-mark.ts'
import { syncAccountRow } from '../store/sync-switch.ts'
import type { LeaderboardClient, LeaderboardProblem } from './leaderboard-client.ts'
import { readScores } from './read-scores.ts'

/** Under which it is remembered what the server was last told, so that it is told of changes alone, and once a day of all. */
const TOLD = 'published-scores'
const DAY_MS = 86_400_000

const toldSchema = z.object({
  /** The turning-on and the day in which it was told. */
  since: z.string(),
  /** By board and period. */
  scores: z.record(z.string(), z.int()),
  refused: z.record(z.string(), z.enum(LEADERBOARD_REFUSALS)),
})
type Told = z.infer<typeof toldSchema>

/**
 * Publishes what has changed on the boards for which the person has agreed, with the account that is signed in. Answers how many
 * scores were sent. All of them are told again each day and after each signing-in, since another device may have told older ones.
 */
export async function publishScores(
  db: Database,
  client: Pick<LeaderboardClient, 'publish'>,
): Promise<Result<number, LeaderboardProblem>> {
  const row = await syncAccountRow(db)
  const boards = row === undefined ? [] : await readPublishedBoards(db, row.account)
  // Sample data stays on its device, and nobody is compared by it.
  if (row === undefined || boards.length === 0 || (await hasSampleData(db))) return ok(0)
  const now = db.now()
  const since = JSON.stringify([row.turn, Math.floor(now / DAY_MS)])
  const before = await readTold(db)
  const told: Told = before?.since === since ? before : { since, scores: {}, refused: {} }
  const scores = await readScores(db, boards, now)
  const changed = scores.filter((score) => told.scores[nameOf(score)] !== score.score)
  if (changed.length === 0) return ok(0)
  const answer = await client.publish(changed)
  if (!answer.ok) return answer
  const refused = answer.value.map((result) => (result.status === 'refused' ? result.reason : undefined))
  await writeMeta(db, TOLD, toldAfter(told, changed, refused))
  return ok(changed.length)
}

/** Of each score that the server did not take when it was last told of it, why. */
export async function readRefused(db: Database): Promise<readonly (readonly [name: string, LeaderboardRefusal])[]> {
  return Object.entries((await readTold(db))?.refused ?? {})
}

/** Nothing counts as told any more: what is agreed to next is told whole. */
export async function forgetTold(db: Database): Promise<void> {
  await writeMeta(db, TOLD, null)
}

/** `steps 2026-W48` */
export const nameOf = ({ board, period }: Pick<PublishedScore, 'board' | 'period'>): string => `${board} ${period}`

async function readTold(db: Database): Promise<Told | undefined> {
  const kept = toldSchema.safeParse(await readMeta(db, TOLD))
  return kept.success ? kept.data : undefined
}

function toldAfter(
  told: Told,
  changed: readonly PublishedScore[],
  refused: readonly (LeaderboardRefusal | undefined)[],
): Told {
  const names = changed.map(nameOf)
  const still = Object.entries(told.refused).filter(([name]) => !names.includes(name))
  const fresh = names.flatMap((name, index) => {
    const reason = refused[index]
    return reason === undefined ? [] : [[name, reason] as const]
  })
  return {
    since: told.since,
    scores: { ...told.scores, ...Object.fromEntries(changed.map((score) => [nameOf(score), score.score])) },
    refused: Object.fromEntries([...still, ...fresh]),
  }
}
