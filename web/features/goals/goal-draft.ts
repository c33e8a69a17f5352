import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type Cadence, type Goal, type GoalVersion, lastVersion } from '../../insight/goal/goal.ts'
import { highOf, lowOf, problemsOfRule, type RuleKind, ruleOf } from '../../insight/goal/rule.ts'

/** A goal as it stands in the form. */
export interface GoalDraft {
  readonly metric: string
  readonly kind: RuleKind
  readonly low: number | undefined
  readonly high: number | undefined
  readonly cadence: Cadence
  /** A date as the field has it; empty: none. */
  readonly until: string
}

export type GoalProblems = Partial<Record<'metric' | 'low' | 'high' | 'until', string>>

export const KINDS = [
  { value: 'atLeast', label: 'At least' },
  { value: 'atMost', label: 'At most' },
  { value: 'between', label: 'Between' },
] as const

export const CADENCES = [
  { value: 'day', label: 'Every day' },
  { value: 'week', label: 'Every week' },
  { value: 'byDate', label: 'By a date' },
] as const

/** What each of them means, below the choice. */
export const CADENCE_HINTS: Readonly<Record<Cadence, string>> = {
  day: 'Each day is judged by itself. A day without a value is missed once it is over.',
  week: 'The average of the days of a week that have a value; it takes four of them.',
  byDate: 'Reached when the average of a week is there, or of the last three values if you record less often.',
}

const WEEKS_AHEAD = 12

/** A new goal for a metric, of the kind that most people have for such a one. */
export function blankGoal(metric: Metric | undefined, today: CivilDate): GoalDraft {
  const isLevel = metric?.quantity === 'mass'
  return {
    metric: metric?.id ?? '',
    kind: isLevel || metric?.direction === 'down' ? 'atMost' : metric?.direction === 'up' ? 'atLeast' : 'between',
    low: undefined,
    high: undefined,
    cadence: isLevel ? 'byDate' : 'day',
    until: addDays(today, WEEKS_AHEAD * 7),
  }
}

export function draftOfGoal(goal: Goal, today: CivilDate): GoalDraft {
  const { rule, cadence, until } = lastVersion(goal)
  return {
    metric: goal.metric,
    kind: rule.kind,
    low: lowOf(rule),
    high: highOf(rule),
    cadence,
    until: until ?? addDays(today, WEEKS_AHEAD * 7),
  }
}

/** What the draft asks from today on, or what is wrong with it. */
export function versionOfDraft(
  draft: GoalDraft,
  metric: Metric | undefined,
  today: CivilDate,
): { readonly version: GoalVersion } | { readonly problems: GoalProblems } {
  if (metric === undefined) return { problems: { metric: 'Choose what the goal is for.' } }
  const { kind, low, high, cadence } = draft
  const until = cadence === 'byDate' ? parseCivilDate(draft.until) : undefined
  const late = cadence === 'byDate' && (until === undefined || until <= today) ? 'Choose a day after today.' : undefined
  const problems: GoalProblems = {
    ...problemsOfRule(metric, kind, low, high),
    ...(late === undefined ? {} : { until: late }),
  }
  const rule = ruleOf({ kind, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) })
  if (Object.keys(problems).length > 0 || rule === undefined) return { problems }
  return { version: { from: today, rule, cadence, paused: false, ...(until === undefined ? {} : { until }) } }
}
