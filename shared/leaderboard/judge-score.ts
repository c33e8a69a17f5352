import { daysBetween } from '../calendar/civil-date.ts'
import { type Board, MOST_PER_DAY } from './board.ts'
import { daysOf, FIRST_DAY, latestDateAt, type Period, stateOf } from './period.ts'
import type { LeaderboardRefusal } from './protocol.ts'

/** All that a device publishes. */
export interface PublishedScore {
  readonly board: Board
  readonly period: Period
  /** Whole and not negative: steps, nights or days. */
  readonly score: number
}

/**
 * Why a score cannot be taken at an instant (ms since 1970 UTC), if so: its period is over or has not begun anywhere, or it is
 * more than so many days can hold.
 */
export function refusalOf({ board, period, score }: PublishedScore, now: number): LeaderboardRefusal | undefined {
  const state = stateOf(period, now)
  if (state !== 'open') return state === 'closed' ? 'period-closed' : 'period-not-begun'
  return score > mostAt(board, period, now) ? 'implausible' : undefined
}

/** The highest score that can be true at an instant: the most a day can hold, for each day of the period so far. */
export function mostAt(board: Board, period: Period, now: number): number {
  const { first, last } = daysOf(period)
  // A streak that reaches into the period counts with all its days.
  const from = board === 'streak' ? FIRST_DAY : first
  const today = latestDateAt(now)
  return MOST_PER_DAY[board] * Math.max(0, daysBetween(from, today < last ? today : last) + 1)
}
