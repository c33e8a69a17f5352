import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { LEADERBOARD_LIMITS, type LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { readJson } from '../security/json-body.ts'
import type { TokenBuckets } from '../security/token-bucket.ts'
import type { LeaderboardStore } from '../store/leaderboard-port.ts'
import type { Announcer } from './announce.ts'
import { type OnLeaderboardRefused, refusals } from './refusal.ts'

/** What the routes of leaderboards share. */
export interface LeaderboardService {
  readonly leaderboard: LeaderboardStore
  readonly announce: Announcer
  /** How often an account may publish. */
  readonly publishing: TokenBuckets
  /** How often an account may try handles, friends and invitations. */
  readonly trying: TokenBuckets
  readonly onRefused: OnLeaderboardRefused
  /** ms since 1970 UTC. */
  readonly now: () => number
}

export type Refuse = (context: Context, reason: LeaderboardRefusal, waitMs?: number) => Response

export const refuseOf = ({ onRefused }: LeaderboardService): Refuse => refusals(onRefused)

/** The body of a request, of the shape that is wanted; else the answer to it. */
export async function bodyOf<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  refuse: Refuse,
): Promise<Result<z.output<Schema>, Response>> {
  const body = await readJson(context, LEADERBOARD_LIMITS.bodyBytes)
  if (!body.ok) return fail(context.json({ error: body.failure.error }, body.failure.status))
  const parsed = schema.safeParse(body.value)
  return parsed.success ? ok(parsed.data) : fail(refuse(context, 'malformed'))
}
