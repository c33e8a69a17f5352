import type { Context } from 'hono'
import { type View, viewSchema } from '../../shared/leaderboard/messages.ts'
import { periodBefore } from '../../shared/leaderboard/period.ts'
import { LEADERBOARD_LIMITS, LEADERBOARD_PATHS } from '../../shared/leaderboard/protocol.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import type { Among, StandingsQuestion } from '../store/leaderboard-port.ts'
import type { AccountId, Pokes } from '../store/ports.ts'
import { type Circle, type StandingsTopic, standingsTopic } from '../store/standings-topic.ts'
import { type LeaderboardService, refuseOf } from './service.ts'

export interface StandingsRoutesOptions {
  readonly service: LeaderboardService
  readonly pokes: Pokes<StandingsTopic>
  /** Answers with a stream of pokes for as long as the session lasts. */
  readonly answerWithPokes: (
    context: Context,
    session: Session,
    subscribe: (listener: () => void) => () => void,
  ) => Response
}

/** The board as it stands, and that it has moved. Both are for who is on it. */
export function standingsRoutes({ service, pokes, answerWithPokes }: StandingsRoutesOptions): readonly Route[] {
  const { leaderboard } = service
  const refuse = refuseOf(service)

  async function read(context: Context, { account }: Session): Promise<Response> {
    const view = viewSchema.safeParse(context.req.query())
    if (!view.success) return refuse(context, 'malformed')
    const standings = await leaderboard.standings(account, questionOf(view.data))
    return standings.ok ? context.json(standings.value) : refuse(context, standings.failure)
  }

  async function listen(context: Context, session: Session): Promise<Response> {
    const view = viewSchema.safeParse(context.req.query())
    if (!view.success) return refuse(context, 'malformed')
    const { board, period, scope, league } = view.data
    const player = await leaderboard.player(session.account)
    if (player === undefined) return refuse(context, 'no-player')
    if (!player.boards.includes(board)) return refuse(context, 'not-joined')
    if (scope === 'league' && !player.leagues.some(({ id }) => id === league)) return refuse(context, 'no-league')
    const topic = standingsTopic({ board, period }, circleOf(view.data, session.account))
    return answerWithPokes(context, session, (listener) => pokes.subscribe(topic, listener))
  }

  return [
    { method: 'GET', path: LEADERBOARD_PATHS.standings, authorisation: 'account', handle: read },
    { method: 'GET', path: LEADERBOARD_PATHS.events, authorisation: 'account', handle: listen },
  ]
}

function questionOf(view: View): StandingsQuestion {
  const { board, period } = view
  const before = periodBefore(period)
  return {
    list: { board, period },
    before: before && { board, period: before },
    among: amongOf(view),
    top: LEADERBOARD_LIMITS.top,
    around: LEADERBOARD_LIMITS.around,
  }
}

const amongOf = ({ scope, league = '' }: View): Among => (scope === 'league' ? { scope, league } : { scope })

function circleOf({ scope, league = '' }: View, account: AccountId): Circle {
  if (scope === 'everyone') return { scope }
  return scope === 'league' ? { scope, league } : { scope, account }
}
