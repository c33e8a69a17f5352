import { isDeleted } from '../../shared/document/document.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { type CustomMetricDraft, customMetric, fieldsOfDraft } from '../../shared/metric/custom-metric.ts'
import type { Metric, MetricId } from '../../shared/metric/metric.ts'
import type { Edit } from './change.ts'
import { METRICS } from './collections.ts'
import type { Database } from './database.ts'
import { newId } from './identifiers.ts'

/** The built-in metrics, then the person's own in the order they were made. Archived ones only when asked for. */
export async function readMetrics(db: Database, options: { readonly archived?: boolean } = {}): Promise<Metric[]> {
  const documents = await db.documents.where('[collection+id]').between([METRICS, ''], [METRICS, '\uffff']).toArray()
  const own: Metric[] = []
  for (const document of documents) {
    if (isDeleted(document)) continue
    if (document.fields['archived'] === true && options.archived !== true) continue
    const metric = customMetric(document.id, document.fields)
    if (metric !== undefined) own.push(metric)
  }
  return [...BUILT_IN_METRICS, ...own]
}

/** Makes a metric of the person's own, or with an `id` changes one. The draft must have no problems. */
export function metricEdit(draft: CustomMetricDraft, id: string = newId()): Edit {
  return { collection: METRICS, id, fields: fieldsOfDraft(draft) }
}

/** Puts a metric away, or takes it out again. Its values stay. */
export function archiveMetricEdit(id: MetricId, archived = true): Edit {
  return { collection: METRICS, id, fields: { archived } }
}
