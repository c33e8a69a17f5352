import { isDeleted } from '../../shared/document/document.ts'
import type { SourceId } from '../../shared/metric/metric.ts'
import { SAMPLE } from './collections.ts'
import type { Database } from './database.ts'

/** The source of every sample value and of every sample mood. */
export const SAMPLE_SOURCE = 'sample' as SourceId

/** A document of its own says that there is sample data, so that every screen can ask cheaply, on every device. */
export const SAMPLE_MARK = { collection: SAMPLE, id: 'data' }

/** Whether there is sample data. Reads one row. Apart from the sample itself, which few ever load. */
export async function hasSampleData(db: Database): Promise<boolean> {
  const mark = await db.documents.get([SAMPLE_MARK.collection, SAMPLE_MARK.id])
  return mark !== undefined && !isDeleted(mark)
}
