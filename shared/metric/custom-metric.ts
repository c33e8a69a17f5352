import { DELETED, type Fields } from '../document/document.ts'
import { BUILT_IN_METRICS } from './catalogue.ts'
import type { Aggregate, Direction, Metric, MetricId } from './metric.ts'

const AGGREGATES: readonly Aggregate[] = ['sum', 'mean', 'last', 'max']
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'none']

export const CUSTOM_NAME_LENGTH = 40
export const CUSTOM_UNIT_LENGTH = 12

/** What a person says of a metric of their own. */
export type CustomMetricDraft = Pick<Metric, 'name' | 'unit' | 'min' | 'max' | 'step' | 'direction' | 'aggregate'>

/** What is wrong with a draft, by field; empty when it can be kept. */
export function problemsOfDraft(draft: CustomMetricDraft): Partial<Record<keyof CustomMetricDraft, string>> {
  const problems: Partial<Record<keyof CustomMetricDraft, string>> = {}
  const name = draft.name.trim()
  if (name === '') problems.name = 'Give it a name.'
  else if (name.length > CUSTOM_NAME_LENGTH) problems.name = `At most ${CUSTOM_NAME_LENGTH} characters.`
  if (draft.unit.trim().length > CUSTOM_UNIT_LENGTH) problems.unit = `At most ${CUSTOM_UNIT_LENGTH} characters.`
  if (!Number.isFinite(draft.min)) problems.min = 'Give a number.'
  if (!Number.isFinite(draft.max)) problems.max = 'Give a number.'
  else if (draft.max <= draft.min) problems.max = 'The highest value must be above the lowest.'
  if (!(Number.isFinite(draft.step) && draft.step > 0)) problems.step = 'Give a number above zero.'
  return problems
}

/** The fields of a `metric` document. */
export function fieldsOfDraft(draft: CustomMetricDraft): Fields {
  return {
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    min: draft.min,
    max: draft.max,
    step: draft.step,
    direction: draft.direction,
    aggregate: draft.aggregate,
  }
}

/**
 * The metric that a `metric` document describes, or undefined where a field is missing or impossible, or the id could not
 * name a field of a day (`a@b`) or is that of a built-in metric.
 */
export function customMetric(id: string, fields: Fields): Metric | undefined {
  if (id === '' || id === DELETED || id.includes('@')) return undefined
  if (BUILT_IN_METRICS.some((metric) => metric.id === id)) return undefined
  const { name, unit, min, max, step, direction, aggregate } = fields
  if (typeof name !== 'string' || typeof unit !== 'string') return undefined
  if (typeof min !== 'number' || typeof max !== 'number' || typeof step !== 'number') return undefined
  const knownDirection = DIRECTIONS.find((known) => known === direction)
  const knownAggregate = AGGREGATES.find((known) => known === aggregate)
  if (knownDirection === undefined || knownAggregate === undefined) return undefined
  const draft = { name, unit, min, max, step, direction: knownDirection, aggregate: knownAggregate }
  if (Object.keys(problemsOfDraft(draft)).length > 0) return undefined
  return { ...draft, id: id as MetricId, quantity: 'plain', builtIn: false }
}
