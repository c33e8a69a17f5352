import { DELETED, type Fields, isDeleted } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { GOALS } from './collections.ts'
import type { Database } from './database.ts'

/** A goal as it is stored: `goalOf` of the insights says what its fields mean, and whether they are one. */
export interface StoredGoal {
  readonly id: string
  readonly fields: Fields
}

/** Every goal that is not deleted, in the order they were made, archived ones included. */
export async function readGoals(db: Database): Promise<StoredGoal[]> {
  const documents = await db.documents.where('[collection+id]').between([GOALS, ''], [GOALS, '\uffff']).toArray()
  return documents.filter((document) => !isDeleted(document)).map(({ id, fields }) => ({ id, fields }))
}

/** Makes a goal under a new id (`newId`), or sets some of its fields. */
export function goalEdit(id: string, fields: Fields): Edit {
  return { collection: GOALS, id, fields }
}

export function deleteGoalEdit(id: string): Edit {
  return goalEdit(id, { [DELETED]: true })
}
