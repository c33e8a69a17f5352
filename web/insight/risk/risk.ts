import type { CivilDate } from '../../../shared/calendar/civil-date.ts'

/** What a rule found that is worth a person's attention: facts and one next step, never a diagnosis. */
export interface Risk {
  /** `rule`, or `rule:metric` where a rule may hold for several: the same for as long as it holds, and when it is back. */
  readonly id: string
  readonly rule: RiskRule
  readonly metric?: string
  readonly severity: 'high' | 'medium' | 'low'
  readonly measure: RiskMeasure
  /** What was found and what it is held against, both in the unit that `measure` says. */
  readonly value: number
  readonly threshold: number
  readonly side: 'below' | 'above'
  /** 95 % interval of `value`, where it is an estimate. */
  readonly ci95?: readonly [low: number, high: number]
  /** 'sure': the whole interval lies past the threshold. 'likely': the value does by a standard error or more. */
  readonly certainty: 'sure' | 'likely' | 'counted'
  readonly guideline: GuidelineId
  readonly step: NextStep
  /** Days it was computed from, and the first and the last day that was looked at. */
  readonly n: number
  readonly from: CivilDate
  readonly to: CivilDate
  /** It speaks of `to`, which is over a week ago, because nothing was recorded since. */
  readonly stale: boolean
  /** The day from which on it has held, but for breaks of under two weeks; at most a year back. */
  readonly since: CivilDate
}

export type RiskRule =
  | 'very-low-sleep'
  | 'low-sleep'
  | 'no-activity-data'
  | 'very-low-activity'
  | 'irregular-tracking'
  | 'very-low-calories'
  | 'low-protein'
  | 'rapid-loss'
  | 'rapid-gain'
  | 'irregular-logging'
  | 'no-data'
  | 'shift'

export type RiskMeasure =
  /** Mean of the metric over two weeks, in its stored unit. */
  | 'level'
  /** Change of the metric a week, in its stored unit. */
  | 'pace'
  /** Days with a value among the days looked at. */
  | 'recorded-days'
  /** Days since the last value. */
  | 'days-since'
  /** Mean distance from what was expected, in the metric's stored unit; the threshold is 0. */
  | 'shift'

export type GuidelineId =
  | 'sleep-7-hours'
  | 'sleep-6-hours'
  | 'steps-5000'
  | 'step-days'
  | 'energy-1200'
  | 'protein-rda'
  | 'loss-pace'
  | 'gain-5-kg'
  | 'self-monitoring'
  | 'sustained-shift'

/** The one thing to do next; the words are `wording`'s. */
export type NextStep =
  | 'earlier-bedtime'
  | 'talk-about-sleep'
  | 'reconnect-steps'
  | 'short-walk'
  | 'record-daily'
  | 'complete-meals'
  | 'protein-each-meal'
  | 'talk-about-loss'
  | 'talk-about-gain'
  | 'set-reminder'
  | 'record-one-value'
  | 'look-at-days'
