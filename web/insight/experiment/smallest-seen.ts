import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'
import { tQuantile } from '../numerics/student-t.ts'
import { blockMeans, pairsOf } from './block-means.ts'
import { daysOfPlan, type ExperimentPlan } from './plan.ts'

/** Fewer pairs of the past say nothing of how much pairs differ by themselves. */
const FEWEST_PAST_PAIRS = 4

/**
 * How large a difference a plan would see in four of five cases, in the outcome's stored unit, before it is begun: the
 * plan is laid over the person's own days up to `today`, in which nothing was tried, and the spread of the pairs'
 * differences there is what one reckons with (power of the paired t test). Undefined with too few such days.
 */
export function smallestSeen(plan: ExperimentPlan, series: DailySeries, today: CivilDate): number | undefined {
  if (today <= series.start) return undefined
  const past = { ...plan, start: addDays(today, -daysOfPlan(plan)) }
  const differences = pairsOf(blockMeans(past, series, today)).map(({ change, usual }) => change.mean - usual.mean)
  const n = differences.length
  if (n < FEWEST_PAST_PAIRS) return undefined
  // About zero, because nothing was tried.
  const deviation = Math.sqrt(differences.reduce((sum, difference) => sum + difference ** 2, 0) / n)
  const df = plan.pairs - 1
  return ((tQuantile(0.975, df) + tQuantile(0.8, df)) * deviation) / Math.sqrt(plan.pairs)
}
