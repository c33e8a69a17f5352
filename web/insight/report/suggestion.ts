import { MOOD, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { AssociationFinding, Finding } from '../analysis.ts'
import type { Risk } from '../risk/risk.ts'
import type { MetricWeek } from './metric-week.ts'

/** The one thing to try in the week that comes. */
export type Suggestion =
  /** The next step of the gravest risk. */
  | { readonly kind: 'risk-step'; readonly risk: Risk }
  /** An experiment on what goes with something: only that tells whether the one does anything to the other. */
  | { readonly kind: 'experiment'; readonly finding: AssociationFinding }
  /** More days of the metric that was recorded least. */
  | { readonly kind: 'record'; readonly metric: string; readonly recorded: number }
  | { readonly kind: 'keep-going' }

/** Fewer days of a week than this, and a metric is worth recording more often. Weight is not: its level moves slowly. */
const DAYS_OF_A_WEEK = 5

/** What nobody can set out to do on a day. */
const NOT_DONE_ON_PURPOSE: readonly string[] = [WEIGHT.id, MOOD.id]

/**
 * The first that there is of: a risk's next step, an experiment, better records; else to go on as it is. What goes with the
 * day after comes before what goes with the same day, where both are often the same thing measured twice.
 */
export function suggestionOf(
  risks: readonly Risk[],
  kept: readonly Finding[],
  metrics: readonly MetricWeek[],
): Suggestion {
  const [risk] = risks
  if (risk !== undefined && risk.severity !== 'low') return { kind: 'risk-step', risk }
  const [finding] = kept.filter(isWorthTrying).toSorted((a, b) => Math.min(1, b.lag) - Math.min(1, a.lag) || a.q - b.q)
  if (finding !== undefined) return { kind: 'experiment', finding }
  const [least] = metrics
    .filter(({ metric, recorded }) => recorded < DAYS_OF_A_WEEK && metric !== WEIGHT.id)
    .toSorted((a, b) => a.recorded - b.recorded)
  if (least !== undefined) return { kind: 'record', metric: least.metric, recorded: least.recorded }
  return { kind: 'keep-going' }
}

const isWorthTrying = (finding: Finding): finding is AssociationFinding =>
  finding.kind === 'association' && !NOT_DONE_ON_PURPOSE.includes(finding.metricX)
