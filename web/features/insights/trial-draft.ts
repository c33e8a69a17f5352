import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { daysOfPlan, type ExperimentPlan, problemsOfPlan } from '../../insight/experiment/plan.ts'

/** The lengths offered: six pairs of blocks are the fewest that chance can be told from. */
export const LENGTHS = [
  { value: 'short', blockDays: 3, washOutDays: 1, pairs: 6 },
  { value: 'medium', blockDays: 4, washOutDays: 1, pairs: 6 },
  { value: 'weeks', blockDays: 7, washOutDays: 2, pairs: 6 },
  { value: 'long', blockDays: 7, washOutDays: 2, pairs: 8 },
] as const

export type Length = (typeof LENGTHS)[number]['value']

/** A trial as its form holds it. */
export interface TrialDraft {
  readonly change: string
  readonly usual: string
  readonly outcome: string
  readonly start: string
  readonly length: Length
  /** In the stored unit of the outcome. */
  readonly smallestEffect: number | undefined
}

export type TrialProblems = ReturnType<typeof problemsOfPlan>

/** What the form opens with. */
export function blankTrial(outcome: Metric | undefined, today: CivilDate): TrialDraft {
  return {
    change: '',
    usual: 'As usual',
    outcome: outcome?.id ?? '',
    start: addDays(today, 1),
    length: 'medium',
    smallestEffect: undefined,
  }
}

/** The plan of a draft, or what is wrong with it by field. A trial cannot begin on a day that has been. */
export function planOfTrial(
  draft: TrialDraft,
  { today, seed }: { readonly today: CivilDate; readonly seed: number },
): { readonly plan: ExperimentPlan } | { readonly problems: TrialProblems } {
  const start = parseCivilDate(draft.start)
  if (start === undefined || start < today) return { problems: { start: 'Choose today or a day to come.' } }
  const { blockDays, washOutDays, pairs } = lengthOf(draft.length)
  const plan: ExperimentPlan = {
    version: 1,
    outcome: draft.outcome,
    change: draft.change,
    usual: draft.usual,
    start,
    blockDays,
    washOutDays,
    pairs,
    smallestEffect: draft.smallestEffect ?? Number.NaN,
    seed,
    test: 'sign-flips',
  }
  const problems = problemsOfPlan(plan)
  return Object.keys(problems).length > 0 ? { problems } : { plan }
}

/** `48 days, in blocks of 4`. */
export function lengthText(length: Length): string {
  const { blockDays, pairs } = lengthOf(length)
  return `${daysOfPlan({ blockDays, pairs })} days, in blocks of ${blockDays}`
}

/** What the first days of a block are for. */
export function settlingText(length: Length): string {
  const { washOutDays } = lengthOf(length)
  const first = washOutDays === 1 ? 'The first day of each block is' : `The first ${washOutDays} days of each block are`
  return `${first} for settling in and not measured.`
}

function lengthOf(value: Length) {
  const length = LENGTHS.find((one) => one.value === value)
  if (length === undefined) throw new Error(`No such length: ${value}`)
  return length
}
