import { newLeagueCode } from '../../shared/leaderboard/league-code.ts'
import type { Rates } from '../security/rates.ts'
import type { Route } from '../security/route.ts'
import { tokenBuckets } from '../security/token-bucket.ts'
import type { Store } from '../store/ports.ts'
import { announcer } from './announce.ts'
import { coalesced } from './coalesced.ts'
import { friendRoutes } from './friend-routes.ts'
import { leagueRoutes } from './league-routes.ts'
import { playerRoutes } from './player-routes.ts'
import type { OnLeaderboardRefused } from './refusal.ts'
import { scoreRoute } from './score-route.ts'
import type { LeaderboardService } from './service.ts'
import { type StandingsRoutesOptions, standingsRoutes } from './standings-routes.ts'

export interface LeaderboardRoutesOptions extends Pick<StandingsRoutesOptions, 'answerWithPokes'> {
  readonly store: Pick<Store, 'leaderboard' | 'standingsPokes'>
  readonly rates: Rates
  readonly onRefused: OnLeaderboardRefused
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly monotonicMs: () => number
  readonly every: (ms: number, run: () => void) => () => void
}

/** Leaderboards among people who chose to be there: a handle, boards that are joined one by one, and nothing but scores. */
export function leaderboardRoutes(options: LeaderboardRoutesOptions): readonly Route[] {
  const { store, rates, onRefused, newId, randomBytes, now, monotonicMs, answerWithPokes } = options
  const { leaderboard, standingsPokes: pokes } = store
  const service: LeaderboardService = {
    leaderboard,
    announce: announcer({ leaderboard, now, publish: coalesced((topic) => pokes.publish(topic), options) }),
    publishing: tokenBuckets(rates.publishedScores, monotonicMs),
    trying: tokenBuckets(rates.leaderboardTries, monotonicMs),
    onRefused,
    now,
  }
  return [
    ...playerRoutes(service),
    scoreRoute(service),
    ...standingsRoutes({ service, pokes, answerWithPokes }),
    ...leagueRoutes(service, () => ({ id: newId(), code: newLeagueCode(randomBytes) })),
    ...friendRoutes(service),
  ]
}
