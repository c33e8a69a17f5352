import { mostAt } from '../leaderboard/judge-score.ts'
import { stateOf } from '../leaderboard/period.ts'
import type { CardRefusal, ScoreCard } from './card.ts'

/** By so much the clocks of two people may differ, ms: a device that takes its time zone for another one is off by hours. */
export const CLOCKS_APART_MS = 86_400_000

/**
 * [L3] Why a card cannot be true at an instant (ms since 1970 UTC), if so. A period that is over counts: a card is often taken in
 * after it. Whether its player signed it is another question.
 */
export function refusalOfCard({ issued, scores }: ScoreCard, now: number): CardRefusal | undefined {
  if (issued > now + CLOCKS_APART_MS) return 'issued-ahead'
  // Whatever a card says of its time, nothing in it may be of a day that is still to come here.
  const then = Math.min(issued, now)
  if (scores.some(({ period }) => stateOf(period, then) === 'not-begun')) return 'period-not-begun'
  return scores.some(({ board, period, score }) => score > mostAt(board, period, then)) ? 'implausible' : undefined
}
