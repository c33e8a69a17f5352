import { type CivilDate, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'
import { episodeOf } from './episode.ts'
import { type BodyFacts, type Estimate, type EstimateRule, isBeyond } from './estimate-rules.ts'
import type { Risk } from './risk.ts'

/** Older than this, in days before today, a level is said to be stale; and older than that it is not spoken of. */
const FRESH_DAYS = 7
const SPOKEN_DAYS = 60

/**
 * The risk that `rule` finds in the days before `today`, or undefined. It looks at the last day with a value, so a metric
 * that was given up is spoken of as it was, marked stale and of low severity, for two months.
 */
export function estimateRisk(
  rule: EstimateRule,
  series: DailySeries,
  facts: BodyFacts,
  today: CivilDate,
): Risk | undefined {
  const start = toEpochDay(series.start)
  const last = lastObserved(series.values, toEpochDay(today) - 1 - start)
  const age = toEpochDay(today) - start - last
  if (last < 0 || age > SPOKEN_DAYS) return undefined

  const episode = episodeOf(
    (day) => {
      const estimate = rule.estimate(series.values, day, facts)
      return estimate !== undefined && isPast(estimate, rule) ? estimate : undefined
    },
    last,
    (day) => rule.holds(series.values, day, facts),
  )
  if (episode === undefined) return undefined

  const { value, threshold, side, ci95, n } = episode.breach
  const certainty = isSure(episode.breach) ? 'sure' : 'likely'
  const stale = age > FRESH_DAYS
  return {
    id: rule.rule,
    rule: rule.rule,
    metric: rule.metric,
    severity: severityOf(rule.severity, certainty === 'sure', stale),
    measure: rule.measure,
    value,
    threshold,
    side,
    ci95,
    certainty,
    guideline: rule.guideline,
    step: rule.step,
    n,
    from: fromEpochDay(start + Math.max(0, last - rule.days + 1)),
    to: fromEpochDay(start + last),
    stale,
    since: fromEpochDay(start + episode.since),
  }
}

/** The last index up to `from` with a value, or -1. */
export function lastObserved(values: Float64Array, from: number): number {
  let index = Math.min(from, values.length - 1)
  while (index >= 0 && Number.isNaN(values[index])) index--
  return index
}

/** Past the threshold by a standard error, and not on account of a single day. */
function isPast(estimate: Estimate, rule: EstimateRule): boolean {
  const { value, robust, standardError, threshold, side } = estimate
  if (rule.onlySure && !isSure(estimate)) return false
  const nearer = side === 'below' ? value + standardError : value - standardError
  return isBeyond(nearer, threshold, side) && isBeyond(robust, threshold, side)
}

function isSure({ ci95: [low, high], threshold, side }: Estimate): boolean {
  return isBeyond(side === 'below' ? high : low, threshold, side)
}

function severityOf(of: Risk['severity'], sure: boolean, stale: boolean): Risk['severity'] {
  if (stale) return 'low'
  if (sure) return of
  return of === 'high' ? 'medium' : 'low'
}
