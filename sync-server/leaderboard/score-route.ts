import type { Context } from 'hono'
import { type PublishedScore, refusalOf } from '../../shared/leaderboard/judge-score.ts'
import { type ScoresResponse, scoreDraftSchema, scoresRequestSchema } from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS, type LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import type { AccountId } from '../store/ports.ts'
import { bodyOf, type LeaderboardService, refuseOf } from './service.ts'

type Judged = Result<PublishedScore, LeaderboardRefusal>

/** `POST /api/leaderboard/scores`: what a device shows. Each score is judged by itself, and one that is refused stops no other. */
export function scoreRoute(service: LeaderboardService): Route {
  const { leaderboard, announce, publishing, onRefused, now } = service
  const refuse = refuseOf(service)

  async function publish(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, scoresRequestSchema, refuse)
    if (!body.ok) return body.failure
    const waitMs = publishing.take(account)
    if (waitMs > 0) return refuse(context, 'too-many', waitMs)
    const at = now()
    const judged = body.value.scores.map((draft) => judge(draft, at))
    const results = await put(account, judged, at)
    for (const result of results) if (result.status === 'refused') onRefused(result.reason)
    return context.json({ results } satisfies ScoresResponse)
  }

  async function put(account: AccountId, judged: readonly Judged[], at: number): Promise<ScoresResponse['results']> {
    const scores = judged.flatMap((each) => (each.ok ? [each.value] : []))
    const outcomes = scores.length === 0 ? [] : await leaderboard.publish(account, scores, at)
    const moved = scores.filter((_, index) => outcomes[index] === 'moved')
    if (moved.length > 0) announce.moved(account, moved, await leaderboard.audience(account))
    let next = 0
    return judged.map((each) => {
      if (!each.ok) return { status: 'refused', reason: each.failure }
      const outcome = outcomes[next]
      next += 1
      return outcome === 'not-joined' ? { status: 'refused', reason: 'not-joined' } : { status: 'ok' }
    })
  }

  return { method: 'POST', path: LEADERBOARD_PATHS.scores, authorisation: 'account', handle: publish }
}

function judge(draft: unknown, at: number): Judged {
  const score = scoreDraftSchema.safeParse(draft)
  if (!score.success) return fail('malformed')
  const refusal = refusalOf(score.data, at)
  return refusal === undefined ? ok(score.data) : fail(refusal)
}
