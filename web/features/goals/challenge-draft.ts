import type { Metric } from '../../../shared/metric/metric.ts'
import {
  CHALLENGE_NAME_LENGTH,
  type ChallengePlan,
  type DayTask,
  FEWEST_CHALLENGE_DAYS,
  MOST_CHALLENGE_DAYS,
} from '../../insight/challenge/challenge.ts'
import { problemsOfRule, type RuleKind, ruleOf } from '../../insight/goal/rule.ts'

/** A challenge of the person's own as it stands in the form. `of`: a metric, or any entry. */
export interface ChallengeDraft {
  readonly name: string
  readonly metric: string
  readonly kind: RuleKind | 'recorded'
  readonly low: number | undefined
  readonly high: number | undefined
  readonly days: number | undefined
  /** Whether a missed day ends it, or only begins the count again within twice the days. */
  readonly shape: 'each' | 'row'
}

export type ChallengeProblems = Partial<Record<'name' | 'metric' | 'low' | 'high' | 'days', string>>

/** Instead of a metric: any entry. */
export const LOGGED = 'logged'

export const TASK_KINDS = [
  { value: 'atLeast', label: 'At least' },
  { value: 'atMost', label: 'At most' },
  { value: 'between', label: 'Between' },
  { value: 'recorded', label: 'Any value' },
] as const

export const SHAPES = [
  { value: 'each', label: 'Each from today' },
  { value: 'row', label: 'In a row' },
] as const

export const blankChallenge = (metric: string): ChallengeDraft => ({
  name: '',
  metric,
  kind: 'atLeast',
  low: undefined,
  high: undefined,
  days: 7,
  shape: 'each',
})

/** The plan that a draft is, or what is wrong with it. */
export function planOfDraft(
  draft: ChallengeDraft,
  metrics: readonly Metric[],
): { readonly plan: ChallengePlan } | { readonly problems: ChallengeProblems } {
  const { days, shape } = draft
  const name = draft.name.trim()
  const problems: { -readonly [Field in keyof ChallengeProblems]: string } = {}
  if (name === '') problems.name = 'Give it a name.'
  else if (name.length > CHALLENGE_NAME_LENGTH) problems.name = `At most ${CHALLENGE_NAME_LENGTH} characters.`
  const most = shape === 'each' ? MOST_CHALLENGE_DAYS : Math.floor(MOST_CHALLENGE_DAYS / 2)
  if (days === undefined || !Number.isInteger(days) || days < FEWEST_CHALLENGE_DAYS || days > most)
    problems.days = `From ${FEWEST_CHALLENGE_DAYS} to ${most} days.`
  const task = taskOf(draft, metrics)
  if ('problems' in task) Object.assign(problems, task.problems)
  if (Object.keys(problems).length > 0 || 'problems' in task || days === undefined) return { problems }
  return { plan: { name, task: task.task, days, within: shape === 'each' ? days : days * 2 } }
}

function taskOf(
  { metric: id, kind, low, high }: ChallengeDraft,
  metrics: readonly Metric[],
): { readonly task: DayTask } | { readonly problems: ChallengeProblems } {
  if (id === LOGGED) return { task: { of: 'logged' } }
  const metric = metrics.find((one) => one.id === id)
  if (metric === undefined) return { problems: { metric: 'Choose what each day takes.' } }
  if (kind === 'recorded') return { task: { of: 'recorded', metric: id } }
  const problems = problemsOfRule(metric, kind, low, high)
  const rule = ruleOf({ kind, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) })
  return Object.keys(problems).length > 0 || rule === undefined
    ? { problems }
    : { task: { of: 'value', metric: id, rule } }
}
