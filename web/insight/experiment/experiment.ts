import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Fields } from '../../../shared/document/document.ts'
import { type ExperimentPlan, normalPlan, problemsOfPlan } from './plan.ts'

/** A plan under way or done, as its document keeps it. */
export interface Experiment {
  readonly id: string
  readonly plan: ExperimentPlan
  /** What `lockOf` made of the plan before the first day. */
  readonly lock: string
  /** The first day on which it was no longer done. */
  readonly stopped?: CivilDate
  /** For days that the person marked: whether they did what the day asked. */
  readonly kept: ReadonlyMap<CivilDate, boolean>
}

/** The field in which it stands whether the person kept to the plan on a day: true, false, or null for not said. */
export const keptField = (date: CivilDate): string => `${KEPT}${date}`

const KEPT = 'kept@'

/** The fields of an `experiment` document, on its first day. `stopped` and the days come later. */
export function fieldsOfExperiment(plan: ExperimentPlan, lock: string): Fields {
  return { ...normalPlan(plan), lock }
}

/** The experiment that a document holds, or undefined where a field is missing or the plan is none. */
export function experimentOf(id: string, fields: Fields): Experiment | undefined {
  const plan = planOf(fields)
  const { lock, stopped } = fields
  if (plan === undefined || typeof lock !== 'string') return undefined
  const stoppedOn = typeof stopped === 'string' ? parseCivilDate(stopped) : undefined
  return { id, plan, lock, ...(stoppedOn === undefined ? {} : { stopped: stoppedOn }), kept: keptDays(fields) }
}

function planOf(fields: Fields): ExperimentPlan | undefined {
  const { version, outcome, change, usual, start, blockDays, washOutDays, pairs, smallestEffect, seed, test } = fields
  if (version !== 1 || test !== 'sign-flips') return undefined
  if (typeof outcome !== 'string' || typeof change !== 'string' || typeof usual !== 'string') return undefined
  if (typeof start !== 'string' || typeof blockDays !== 'number' || typeof washOutDays !== 'number') return undefined
  if (typeof pairs !== 'number' || typeof smallestEffect !== 'number' || typeof seed !== 'number') return undefined
  const first = parseCivilDate(start)
  if (first === undefined) return undefined
  const plan: ExperimentPlan = {
    version,
    outcome,
    change,
    usual,
    start: first,
    blockDays,
    washOutDays,
    pairs,
    smallestEffect,
    seed,
    test,
  }
  return Object.keys(problemsOfPlan(plan)).length > 0 ? undefined : plan
}

function keptDays(fields: Fields): Map<CivilDate, boolean> {
  const kept = new Map<CivilDate, boolean>()
  for (const [field, value] of Object.entries(fields)) {
    if (!field.startsWith(KEPT) || typeof value !== 'boolean') continue
    const date = parseCivilDate(field.slice(KEPT.length))
    if (date !== undefined) kept.set(date, value)
  }
  return kept
}
