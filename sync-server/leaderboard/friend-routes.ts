import type { Context } from 'hono'
import { parseHandle } from '../../shared/leaderboard/handle.ts'
import { handleRequestSchema } from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS } from '../../shared/leaderboard/protocol.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import { bodyOf, type LeaderboardService, refuseOf } from './service.ts'

/** Friends: two who have each asked for the other. */
export function friendRoutes(service: LeaderboardService): readonly Route[] {
  const { leaderboard, announce, trying } = service
  const refuse = refuseOf(service)

  async function add(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, handleRequestSchema, refuse)
    if (!body.ok) return body.failure
    const handle = parseHandle(body.value.handle)
    if (handle === undefined) return refuse(context, 'handle-malformed')
    const waitMs = trying.take(account)
    if (waitMs > 0) return refuse(context, 'too-many', waitMs)
    const outcome = await leaderboard.addFriend(account, handle)
    if (outcome !== 'ok') return refuse(context, outcome)
    const { friends } = await leaderboard.audience(account)
    await announce.circleMoved(account, { leagues: [], friends })
    return context.json({ player: (await leaderboard.player(account)) ?? null })
  }

  async function remove(context: Context, { account }: Session): Promise<Response> {
    const handle = parseHandle(context.req.query('handle') ?? '')
    if (handle === undefined) return refuse(context, 'handle-malformed')
    const { friends } = await leaderboard.audience(account)
    if (!(await leaderboard.removeFriend(account, handle))) return refuse(context, 'no-such-handle')
    await announce.circleMoved(account, { leagues: [], friends })
    return context.json({ player: (await leaderboard.player(account)) ?? null })
  }

  const path = LEADERBOARD_PATHS.friends
  return [
    { method: 'PUT', path, authorisation: 'account', handle: add },
    { method: 'DELETE', path, authorisation: 'account', handle: remove },
  ]
}
