import { DELETED } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { PAUSES } from './collections.ts'
import type { Pause } from './pauses.ts'

/** Makes a pause under a new id (`newId`), or changes one. */
export function pauseEdit({ id, ...fields }: Pause): Edit {
  return { collection: PAUSES, id, fields: { ...fields } }
}

export function deletePauseEdit(id: string): Edit {
  return { collection: PAUSES, id, fields: { [DELETED]: true } }
}
