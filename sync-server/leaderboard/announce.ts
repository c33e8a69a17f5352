import { type Period, stateOf } from '../../shared/leaderboard/period.ts'
import type { Audience, LeaderboardStore, List } from '../store/leaderboard-port.ts'
import type { AccountId } from '../store/ports.ts'
import { type StandingsTopic, standingsTopic } from '../store/standings-topic.ts'

export interface Announcer {
  /** Tells who looks at these lists that something of the account's has moved, or is gone. */
  moved(account: AccountId, lists: readonly List[], audience: Audience): void
  /** Tells a circle that somebody has come or gone, with all that they show in periods that are going on. */
  circleMoved(account: AccountId, audience: Audience): Promise<void>
}

export interface AnnouncerPorts {
  readonly leaderboard: Pick<LeaderboardStore, 'scores'>
  readonly publish: (topic: StandingsTopic) => void
  /** ms since 1970 UTC. */
  readonly now: () => number
}

/** Whom a change is told: everyone, each league and each friend of whom it is about, list by list. */
export function announcer({ leaderboard, publish, now }: AnnouncerPorts): Announcer {
  const inCircles = (account: AccountId, list: List, { leagues, friends }: Audience): StandingsTopic[] => [
    ...leagues.map((league) => standingsTopic(list, { scope: 'league', league })),
    ...[account, ...friends].map((each) => standingsTopic(list, { scope: 'friends', account: each })),
  ]
  return {
    moved(account, lists, audience) {
      for (const list of unique(lists)) {
        publish(standingsTopic(list, { scope: 'everyone' }))
        for (const topic of inCircles(account, list, audience)) publish(topic)
      }
    },
    async circleMoved(account, audience) {
      const shown = await leaderboard.scores(account)
      for (const list of shown.filter(({ period }) => isLookedAt(period, now())))
        for (const topic of inCircles(account, list, audience)) publish(topic)
    },
  }
}

const isLookedAt = (period: Period, now: number) => stateOf(period, now) === 'open'

const unique = (lists: readonly List[]): readonly List[] => [
  ...new Map(lists.map(({ board, period }) => [`${board}/${period}`, { board, period }])).values(),
]
