import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { isDeleted } from '../../shared/document/document.ts'
import type { Dismissal } from '../insight/risk/dismissal.ts'
import type { Edit } from './change.ts'
import { DISMISSALS } from './collections.ts'
import type { Database } from './database.ts'

/** What the person put aside, on whichever device: `risk` is the id of a risk or the key of a finding. */
export async function readDismissals(db: Database): Promise<Dismissal[]> {
  const documents = await db.documents
    .where('[collection+id]')
    .between([DISMISSALS, ''], [DISMISSALS, '\uffff'])
    .toArray()
  const dismissals: Dismissal[] = []
  for (const document of documents) {
    const { on } = document.fields
    const date = typeof on === 'string' && !isDeleted(document) ? parseCivilDate(on) : undefined
    if (date !== undefined) dismissals.push({ risk: document.id, on: date })
  }
  return dismissals
}

/** Puts aside what has this id, until it goes away and comes back; with `null` takes it out again. */
export function dismissEdit(id: string, on: CivilDate | null): Edit {
  return { collection: DISMISSALS, id, fields: { on } }
}
