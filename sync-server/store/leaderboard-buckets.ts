import { kindOf, type PeriodKind } from '../../shared/leaderboard/period.ts'
import type { List } from './leaderboard-port.ts'

/**
 * Scores of a list that are counted together, so that a rank is the sum of some hundred counts and of one bucket's scores, and
 * not of all that are higher: counting 100 000 took 16 ms, this takes less than one. Steps are spread over some hundred
 * buckets by what people walk; of nights and days each number has a bucket of its own.
 */
const STEPS_WIDTH: Readonly<Record<PeriodKind, number>> = { week: 512, month: 2048, all: 65_536 }

/** How many scores, one after the other, a bucket of the list holds. */
export function bucketWidth({ board, period }: List): number {
  return board === 'steps' ? STEPS_WIDTH[kindOf(period)] : 1
}

/** The bucket of a score: buckets of higher scores have a higher number. */
export const bucketOf = (list: List, score: number): number => Math.floor(score / bucketWidth(list))
