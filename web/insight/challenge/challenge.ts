import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Fields } from '../../../shared/document/document.ts'
import { highOf, lowOf, type Rule, ruleOf, sameRule } from '../goal/rule.ts'

/** What a day must have: a value that a rule holds for, any value of a metric, or any entry at all. */
export type DayTask =
  | { readonly of: 'value'; readonly metric: string; readonly rule: Rule }
  | { readonly of: 'recorded'; readonly metric: string }
  | { readonly of: 'logged' }

/** So many days in a row that do the task, within so many days from the first. Equal numbers: each day counts from the start. */
export interface ChallengePlan {
  readonly name: string
  readonly task: DayTask
  readonly days: number
  readonly within: number
}

/** A plan under way or done, as its document keeps it. How it stands is not stored: `standingOf` reads it off the records. */
export interface Challenge {
  readonly id: string
  readonly plan: ChallengePlan
  readonly from: CivilDate
  /** The first day on which it was given up. */
  readonly stopped?: CivilDate
}

export const FEWEST_CHALLENGE_DAYS = 2
export const MOST_CHALLENGE_DAYS = 365
export const CHALLENGE_NAME_LENGTH = 60

/** The fields of a `challenge` document, as it is begun. `stopped` comes later, if at all. */
export function fieldsOfChallenge({ name, task, days, within }: ChallengePlan, from: CivilDate): Fields {
  return { name: name.trim(), ...fieldsOfTask(task), days, within, from }
}

function fieldsOfTask(task: DayTask): Fields {
  if (task.of === 'logged') return { of: 'logged' }
  if (task.of === 'recorded') return { of: 'recorded', metric: task.metric }
  const low = lowOf(task.rule)
  const high = highOf(task.rule)
  return {
    of: 'value',
    metric: task.metric,
    kind: task.rule.kind,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
}

/** The challenge that a document holds, or undefined where a field is missing or impossible. */
export function challengeOf(id: string, fields: Fields): Challenge | undefined {
  const { name, days, within, from, stopped } = fields
  const task = taskOf(fields)
  if (task === undefined || typeof name !== 'string' || name === '') return undefined
  if (!isCount(days) || !isCount(within) || days < FEWEST_CHALLENGE_DAYS || within < days) return undefined
  const first = typeof from === 'string' ? parseCivilDate(from) : undefined
  if (first === undefined) return undefined
  const stoppedOn = typeof stopped === 'string' ? parseCivilDate(stopped) : undefined
  const plan = { name, task, days, within }
  return { id, plan, from: first, ...(stoppedOn === undefined ? {} : { stopped: stoppedOn }) }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value <= MOST_CHALLENGE_DAYS

function taskOf(fields: Fields): DayTask | undefined {
  const { of, metric } = fields
  if (of === 'logged') return { of }
  if (typeof metric !== 'string' || metric === '') return undefined
  if (of === 'recorded') return { of, metric }
  const rule = of === 'value' ? ruleOf(fields) : undefined
  return rule === undefined ? undefined : { of: 'value', metric, rule }
}

/** Whether two plans ask the same, whatever they are called. */
export function samePlan(a: ChallengePlan, b: ChallengePlan): boolean {
  return a.days === b.days && a.within === b.within && sameTask(a.task, b.task)
}

function sameTask(a: DayTask, b: DayTask): boolean {
  if (a.of === 'logged' || b.of === 'logged') return a.of === b.of
  if (a.metric !== b.metric) return false
  if (a.of === 'value' && b.of === 'value') return sameRule(a.rule, b.rule)
  return a.of === b.of
}
