import type { Context } from 'hono'
import { parseLeagueCode } from '../../shared/leaderboard/league-code.ts'
import { leagueCodeRequestSchema, leagueDraftSchema } from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS } from '../../shared/leaderboard/protocol.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import { bodyOf, type LeaderboardService, refuseOf } from './service.ts'

export interface NewLeague {
  readonly id: string
  readonly code: string
}

/** Leagues: made by anybody, joined by whoever has the invitation code, gone with the last one in it. */
export function leagueRoutes(service: LeaderboardService, newLeague: () => NewLeague): readonly Route[] {
  const { leaderboard, announce, trying } = service
  const refuse = refuseOf(service)

  async function create(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, leagueDraftSchema, refuse)
    if (!body.ok) return body.failure
    const waitMs = trying.take(account)
    if (waitMs > 0) return refuse(context, 'too-many', waitMs)
    const league = await leaderboard.createLeague(account, { ...newLeague(), name: body.value.name })
    return league.ok ? context.json({ league: league.value }) : refuse(context, league.failure)
  }

  async function join(context: Context, { account }: Session): Promise<Response> {
    const body = await bodyOf(context, leagueCodeRequestSchema, refuse)
    if (!body.ok) return body.failure
    // Each counts, so that nobody finds a code by trying.
    const waitMs = trying.take(account)
    if (waitMs > 0) return refuse(context, 'too-many', waitMs)
    const code = parseLeagueCode(body.value.code)
    if (code === undefined) return refuse(context, 'no-league')
    const league = await leaderboard.joinLeague(account, code)
    if (!league.ok) return refuse(context, league.failure)
    await announce.circleMoved(account, { leagues: [league.value.id], friends: [] })
    return context.json({ league: league.value })
  }

  async function leave(context: Context, { account }: Session): Promise<Response> {
    const id = context.req.query('id')
    if (id === undefined || id === '') return refuse(context, 'malformed')
    if (!(await leaderboard.leaveLeague(account, id))) return refuse(context, 'no-league')
    await announce.circleMoved(account, { leagues: [id], friends: [] })
    return context.json({})
  }

  return [
    { method: 'POST', path: LEADERBOARD_PATHS.leagues, authorisation: 'account', handle: create },
    { method: 'POST', path: LEADERBOARD_PATHS.joinLeague, authorisation: 'account', handle: join },
    { method: 'DELETE', path: LEADERBOARD_PATHS.leagues, authorisation: 'account', handle: leave },
  ]
}
