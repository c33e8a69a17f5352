import type { PeriodSummary } from './period-summary.ts'

/** How two periods' averages differ. */
export type Difference =
  /** One of them has too few days for an average to stand for it. */
  | { readonly kind: 'none' }
  /** `value` is now minus then, in the stored unit. */
  | { readonly kind: 'same'; readonly value: number }
  | { readonly kind: 'different'; readonly value: number }

/** Below this many recorded days an average is not set beside another. */
export const FEWEST_DAYS = 3

/** Part of the ordinary difference between days under which two averages are called about the same. */
const TINY = 0.1

/**
 * The average now minus the average then. It is "about the same" only when smaller than a tenth of how much the days of
 * the two periods ordinarily differ (their standard deviation, the two periods weighed by their days). That is a rule of
 * wording, not a test: it says nothing about chance.
 */
export function differenceBetween(now: PeriodSummary, then: PeriodSummary): Difference {
  if (now.mean === undefined || then.mean === undefined) return { kind: 'none' }
  if (now.recorded < FEWEST_DAYS || then.recorded < FEWEST_DAYS) return { kind: 'none' }
  const value = now.mean - then.mean
  const tiny = Math.abs(value) <= TINY * ordinarySpread(now, then)
  return { kind: tiny ? 'same' : 'different', value }
}

function ordinarySpread(now: PeriodSummary, then: PeriodSummary): number {
  const squares = (summary: PeriodSummary) => (summary.spread ?? 0) ** 2 * (summary.recorded - 1)
  return Math.sqrt((squares(now) + squares(then)) / (now.recorded + then.recorded - 2))
}
