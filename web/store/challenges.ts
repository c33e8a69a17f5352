import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Fields, isDeleted } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { CHALLENGES } from './collections.ts'
import type { Database } from './database.ts'

/** A challenge as it is stored: `challengeOf` of the insights says what its fields mean, and whether they are one. */
export interface StoredChallenge {
  readonly id: string
  readonly fields: Fields
}

/** Every challenge that is not deleted, in the order they were begun. */
export async function readChallenges(db: Database): Promise<StoredChallenge[]> {
  const documents = await db.documents
    .where('[collection+id]')
    .between([CHALLENGES, ''], [CHALLENGES, '\uffff'])
    .toArray()
  return documents.filter((document) => !isDeleted(document)).map(({ id, fields }) => ({ id, fields }))
}

/** Begins a challenge under a new id (`newId`), with the fields that `fieldsOfChallenge` makes. */
export function challengeEdit(id: string, fields: Fields): Edit {
  return { collection: CHALLENGES, id, fields }
}

/** Gives a challenge up: `on` is the first day that no longer counts. */
export function stopChallengeEdit(id: string, on: CivilDate): Edit {
  return challengeEdit(id, { stopped: on })
}

export function deleteChallengeEdit(id: string): Edit {
  return challengeEdit(id, { [DELETED]: true })
}
