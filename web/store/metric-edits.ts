import { type CustomMetricDraft, fieldsOfDraft } from '../../shared/metric/custom-metric.ts'
import type { MetricId } from '../../shared/metric/metric.ts'
import type { Edit } from './change.ts'
import { METRICS } from './collections.ts'
import { newId } from './identifiers.ts'

/** Makes a metric of the person's own, or with an `id` changes one. The draft must have no problems. */
export function metricEdit(draft: CustomMetricDraft, id: string = newId()): Edit {
  return { collection: METRICS, id, fields: fieldsOfDraft(draft) }
}

/** Puts a metric away, or takes it out again. Its values stay. */
export function archiveMetricEdit(id: MetricId, archived = true): Edit {
  return { collection: METRICS, id, fields: { archived } }
}
