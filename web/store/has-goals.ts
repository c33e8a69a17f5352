import { isDeleted } from '../../shared/document/document.ts'
import { GOALS } from './collections.ts'
import type { Database } from './database.ts'

/** Whether a goal is kept that was not put away: what Today leaves room for. A handful of rows at most. */
export async function hasGoals(db: Database): Promise<boolean> {
  const documents = await db.documents.where('[collection+id]').between([GOALS, ''], [GOALS, '\uffff']).toArray()
  return documents.some((document) => !isDeleted(document) && typeof document.fields['archived'] !== 'string')
}
