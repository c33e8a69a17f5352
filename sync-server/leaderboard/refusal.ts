import type { Context } from 'hono'
import type { LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'

/** Told of everything that is refused, why. */
export type OnLeaderboardRefused = (reason: LeaderboardRefusal) => void

const STATUSES = {
  malformed: 400,
  'handle-malformed': 400,
  'own-handle': 400,
  implausible: 400,
  'period-closed': 400,
  'period-not-begun': 400,
  'not-joined': 403,
  'no-league': 404,
  'no-such-handle': 404,
  'handle-taken': 409,
  'no-player': 409,
  full: 409,
  'too-many': 429,
} as const satisfies Record<LeaderboardRefusal, number>

const SENTENCES: Readonly<Record<LeaderboardRefusal, string>> = {
  malformed: 'this is no request of leaderboards',
  'handle-malformed': 'a handle has 3 to 20 letters and digits',
  'own-handle': 'nobody is a friend of themself',
  implausible: 'more than these days can hold',
  'period-closed': 'this period takes no scores any more',
  'period-not-begun': 'this period has not begun',
  'not-joined': 'only who is on a board sees it',
  'no-league': 'no such league',
  'no-such-handle': 'nobody has this handle',
  'handle-taken': 'somebody has this handle, or one that looks like it',
  'no-player': 'a handle comes first',
  full: 'there is no room for more',
  'too-many': 'too often',
}

/** Answers with why something is refused, and counts it. */
export function refusals(onRefused: OnLeaderboardRefused) {
  return (context: Context, reason: LeaderboardRefusal, waitMs?: number): Response => {
    onRefused(reason)
    const headers = waitMs === undefined ? {} : { 'Retry-After': String(Math.ceil(waitMs / 1000)) }
    return context.json({ error: SENTENCES[reason], code: reason }, STATUSES[reason], headers)
  }
}
