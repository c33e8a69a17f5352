import { addDays, type CivilDate, yearOf } from '../../../shared/calendar/civil-date.ts'

/**
 * What a person tries on themself, and all that decides how it will be judged, set down before the first day. Blocks of
 * days come in pairs, one with the change and one as usual, in an order that chance picks for each pair; the first days of
 * every block are wash-out and are not measured. The design is that of single-patient trials (Guyatt and others 1986,
 * New England Journal of Medicine 314:889; reported as the CENT 2015 statement asks).
 */
export interface ExperimentPlan {
  /** Of this type. */
  readonly version: 1
  /** The id of the metric that is watched. */
  readonly outcome: string
  /** In the person's words: what is done in the one kind of block, and in the other. */
  readonly change: string
  readonly usual: string
  readonly start: CivilDate
  /** Days of a block, wash-out included. */
  readonly blockDays: number
  readonly washOutDays: number
  readonly pairs: number
  /** The smallest difference that would matter to the person, above zero, in the stored unit of the outcome. */
  readonly smallestEffect: number
  /** What the order of the blocks is drawn from. */
  readonly seed: number
  /** How it is judged: exact sign flips of the pairs' differences. */
  readonly test: 'sign-flips'
}

/** Under six pairs no result, however clear, comes under 5 % by chance: 2 of 2^5 orders is more. */
export const FEWEST_PAIRS = 6
/** 2^12 orders are gone through in a moment. */
export const MOST_PAIRS = 12
export const LONGEST_BLOCK = 28
export const LONGEST_EXPERIMENT = 366
export const EXPERIMENT_TEXT_LENGTH = 80
/** Civil dates end with the year 9999. */
const LAST_YEAR = 9990

/** What is wrong with a plan, by field, in words for the form; empty when it can be begun. */
export function problemsOfPlan(plan: ExperimentPlan): Partial<Record<keyof ExperimentPlan, string>> {
  const problems: Partial<Record<keyof ExperimentPlan, string>> = {}
  if (yearOf(plan.start) > LAST_YEAR) problems.start = 'Pick a day of the coming weeks.'
  if (plan.outcome === '') problems.outcome = 'Pick what to watch.'
  const change = problemOfText(plan.change)
  if (change !== undefined) problems.change = change
  const usual = problemOfText(plan.usual)
  if (usual !== undefined) problems.usual = usual
  if (!isWholeIn(plan.blockDays, 2, LONGEST_BLOCK)) problems.blockDays = `A block has 2 to ${LONGEST_BLOCK} days.`
  if (!isWholeIn(plan.washOutDays, 0, plan.blockDays - 1)) {
    problems.washOutDays = 'At least one day of a block must be measured.'
  }
  if (!isWholeIn(plan.pairs, FEWEST_PAIRS, MOST_PAIRS)) {
    problems.pairs = `Between ${FEWEST_PAIRS} and ${MOST_PAIRS} pairs: with fewer, chance could not be told apart.`
  } else if (daysOfPlan(plan) > LONGEST_EXPERIMENT) {
    problems.blockDays = `At most ${LONGEST_EXPERIMENT} days in all.`
  }
  if (!(Number.isFinite(plan.smallestEffect) && plan.smallestEffect > 0)) {
    problems.smallestEffect = 'Give a difference above zero.'
  }
  if (!isWholeIn(plan.seed, 0, 0xffff_ffff)) problems.seed = 'The order could not be drawn.'
  return problems
}

/** The plan as it is kept: its texts without spaces around them and without half a character. */
export function normalPlan(plan: ExperimentPlan): ExperimentPlan {
  return { ...plan, change: plan.change.trim().toWellFormed(), usual: plan.usual.trim().toWellFormed() }
}

/** Days from the first to the last. */
export const daysOfPlan = ({ blockDays, pairs }: Pick<ExperimentPlan, 'blockDays' | 'pairs'>): number =>
  2 * pairs * blockDays

export const lastDayOf = (plan: ExperimentPlan): CivilDate => addDays(plan.start, daysOfPlan(plan) - 1)

const isWholeIn = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most

function problemOfText(text: string): string | undefined {
  if (text.trim() === '') return 'Say what you will do.'
  return text.length > EXPERIMENT_TEXT_LENGTH ? `At most ${EXPERIMENT_TEXT_LENGTH} characters.` : undefined
}
