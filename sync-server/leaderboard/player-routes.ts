import type { Context } from 'hono'
import { BOARDS } from '../../shared/leaderboard/board.ts'
import { parseHandle } from '../../shared/leaderboard/handle.ts'
import { boardRequestSchema, handleRequestSchema } from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS } from '../../shared/leaderboard/protocol.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import { bodyOf, type LeaderboardService, refuseOf } from './service.ts'

/** Who one is on the boards, and which boards one is on. */
export function playerRoutes(service: LeaderboardService): readonly Route[] {
  const { leaderboard, announce, trying } = service
  const refuse = refuseOf(service)

  async function setHandle(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, handleRequestSchema, refuse)
    if (!body.ok) return body.failure
    const handle = parseHandle(body.value.handle)
    if (handle === undefined) return refuse(context, 'handle-malformed')
    const waitMs = trying.take(account)
    if (waitMs > 0) return refuse(context, 'too-many', waitMs)
    if ((await leaderboard.setHandle(account, handle)) === 'taken') return refuse(context, 'handle-taken')
    return answerPlayer(context, account)
  }

  async function remove(context: Context, { account }: Session): Promise<Response> {
    const audience = await leaderboard.audience(account)
    announce.moved(account, await leaderboard.removePlayer(account), audience)
    return context.json({ player: null })
  }

  async function join(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, boardRequestSchema, refuse)
    if (!body.ok) return body.failure
    if ((await leaderboard.joinBoard(account, body.value.board)) === 'no-player') return refuse(context, 'no-player')
    return answerPlayer(context, account)
  }

  async function leave(context: Context, { account }: Session): Promise<Response> {
    const board = BOARDS.find((each) => each === context.req.query('board'))
    if (board === undefined) return refuse(context, 'malformed')
    const audience = await leaderboard.audience(account)
    announce.moved(account, await leaderboard.leaveBoard(account, board), audience)
    return answerPlayer(context, account)
  }

  const answerPlayer = async (context: Context, account: Session['account']) =>
    context.json({ player: (await leaderboard.player(account)) ?? null })

  const path = LEADERBOARD_PATHS.player
  const boards = LEADERBOARD_PATHS.boards
  return [
    {
      method: 'GET',
      path,
      authorisation: 'account',
      handle: (context, { account }) => answerPlayer(context, account),
    },
    { method: 'PUT', path, authorisation: 'account', handle: setHandle },
    { method: 'DELETE', path, authorisation: 'account', handle: remove },
    { method: 'PUT', path: boards, authorisation: 'account', handle: join },
    { method: 'DELETE', path: boards, authorisation: 'account', handle: leave },
  ]
}
