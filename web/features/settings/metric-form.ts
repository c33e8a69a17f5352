import { type CustomMetricDraft, problemsOfDraft } from '../../../shared/metric/custom-metric.ts'
import type { Aggregate, Direction, Metric } from '../../../shared/metric/metric.ts'

/** A metric as its form holds it: numbers may still be missing. */
export interface MetricForm {
  readonly name: string
  readonly unit: string
  readonly min: number | undefined
  readonly max: number | undefined
  readonly step: number | undefined
  readonly direction: Direction
  readonly aggregate: Aggregate
}

export type MetricProblems = ReturnType<typeof problemsOfDraft>

export const BLANK_METRIC: MetricForm = {
  name: '',
  unit: '',
  min: 0,
  max: 100,
  step: 1,
  direction: 'none',
  aggregate: 'last',
}

export function formOfMetric({ name, unit, min, max, step, direction, aggregate }: Metric): MetricForm {
  return { name, unit, min, max, step, direction, aggregate }
}

/** The draft to keep; a missing number is one that `problemsOfDraft` refuses. */
export function draftOfForm(form: MetricForm): CustomMetricDraft {
  return { ...form, min: form.min ?? Number.NaN, max: form.max ?? Number.NaN, step: form.step ?? Number.NaN }
}

/** What is wrong, by field. `others` are the metrics it must not share a name with: two tiles of one name cannot be told apart. */
export function problemsOfForm(form: MetricForm, others: readonly Pick<Metric, 'name'>[]): MetricProblems {
  const problems = problemsOfDraft(draftOfForm(form))
  const name = form.name.trim().toLowerCase()
  if (problems.name !== undefined || !others.some((other) => other.name.toLowerCase() === name)) return problems
  return { ...problems, name: 'There is a metric of this name. Give it another.' }
}
