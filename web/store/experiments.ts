import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Fields, isDeleted } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { EXPERIMENTS } from './collections.ts'
import type { Database } from './database.ts'

/** An experiment as it is stored: `experimentOf` of the insights says what its fields mean, and whether they are one. */
export interface StoredExperiment {
  readonly id: string
  readonly fields: Fields
}

/** Every experiment that is not deleted, in the order they were made. */
export async function readExperiments(db: Database): Promise<StoredExperiment[]> {
  const documents = await db.documents
    .where('[collection+id]')
    .between([EXPERIMENTS, ''], [EXPERIMENTS, '\uffff'])
    .toArray()
  return documents.filter((document) => !isDeleted(document)).map(({ id, fields }) => ({ id, fields }))
}

export async function readExperiment(db: Database, id: string): Promise<StoredExperiment | undefined> {
  const document = await db.documents.get([EXPERIMENTS, id])
  return document === undefined || isDeleted(document) ? undefined : { id, fields: document.fields }
}

/** Begins an experiment under a new id (`newId`), with the fields that `fieldsOfExperiment` makes; or sets some of its fields. */
export function experimentEdit(id: string, fields: Fields): Edit {
  return { collection: EXPERIMENTS, id, fields }
}

/** Ends an experiment before its time: `on` is the first day on which it is no longer done. */
export function stopExperimentEdit(id: string, on: CivilDate): Edit {
  return experimentEdit(id, { stopped: on })
}

export function deleteExperimentEdit(id: string): Edit {
  return experimentEdit(id, { [DELETED]: true })
}
