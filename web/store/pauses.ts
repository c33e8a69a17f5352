import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { type Document, isDeleted, type Json } from '../../shared/document/document.ts'
import { PAUSES } from './collections.ts'
import type { Database } from './database.ts'

/** Days on which streaks hold. Both ends included; without `until` it goes on. */
export interface Pause {
  readonly id: string
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly reason: string
}

/** Every pause, ascending by its first day. */
export async function readPauses(db: Database): Promise<Pause[]> {
  const documents = await db.documents.where('[collection+id]').between([PAUSES, ''], [PAUSES, '\uffff']).toArray()
  const pauses: Pause[] = []
  for (const document of documents) {
    const pause = pauseOf(document)
    if (pause !== undefined) pauses.push(pause)
  }
  return pauses.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

function pauseOf(document: Document): Pause | undefined {
  if (isDeleted(document)) return undefined
  const from = dateOf(document.fields['from'])
  if (from === undefined) return undefined
  const until = dateOf(document.fields['until']) ?? null
  const { reason } = document.fields
  return { id: document.id, from, until, reason: typeof reason === 'string' ? reason : '' }
}

const dateOf = (value: Json | undefined) => (typeof value === 'string' ? parseCivilDate(value) : undefined)
