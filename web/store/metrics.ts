import { isDeleted } from '../../shared/document/document.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { customMetric } from '../../shared/metric/custom-metric.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { METRICS } from './collections.ts'
import type { Database } from './database.ts'

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
