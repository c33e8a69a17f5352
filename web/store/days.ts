import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { type Document, type Fields, isDeleted, type Json } from '../../shared/document/document.ts'
import { dayField, parseDayField } from '../../shared/metric/day-value.ts'
import type { MetricId } from '../../shared/metric/metric.ts'
import type { Edit } from './change.ts'
import { DAY, MOODS } from './collections.ts'
import type { Database } from './database.ts'

/** What is stored for a day: typed and imported values by field name, and whatever else the document holds. */
export interface DayRecord {
  readonly date: CivilDate
  readonly fields: Fields
}

/** The stored days from `from` to `to`, both included, ascending; days without a document are absent. */
export async function readDays(db: Database, from: CivilDate, to: CivilDate): Promise<DayRecord[]> {
  const documents = await db.documents.where('[collection+id]').between([DAY, from], [DAY, to], true, true).toArray()
  return dayRecords(documents)
}

export async function readDay(db: Database, date: CivilDate): Promise<DayRecord | undefined> {
  const document = await db.documents.get([DAY, date])
  return document === undefined ? undefined : dayRecord(document)
}

// The hot path: ten years are 3 650 rows at once. A schema check of each costs as much as reading them, so only what the
// callers rely on is checked by hand; each single value is checked where it is used, by the winner rule.
function dayRecords(documents: readonly Document[]): DayRecord[] {
  const days: DayRecord[] = []
  for (const document of documents) {
    const day = dayRecord(document)
    if (day !== undefined) days.push(day)
  }
  return days
}

function dayRecord(document: Document): DayRecord | undefined {
  const { id, fields } = document
  if (typeof fields !== 'object' || fields === null || isDeleted(document)) return undefined
  const date = parseCivilDate(id)
  return date === undefined ? undefined : { date, fields }
}

/** Sets (or with `null` clears) the value that the person typed. Imported values stay as they are. */
export function dayEdit(date: CivilDate, metric: MetricId, value: number | null): Edit {
  return { collection: DAY, id: date, fields: { [dayField(metric)]: value } }
}

/**
 * Empties a day: every typed and imported value, and the mood entries named. Fields are cleared one by one, so a value
 * typed later brings nothing back with it.
 */
export function clearDayEdits(day: DayRecord, moodIds: readonly string[] = []): Edit[] {
  const cleared: Record<string, Json> = {}
  for (const field of Object.keys(day.fields))
    if (parseDayField(field) !== undefined && day.fields[field] !== null) cleared[field] = null
  const edits: Edit[] = Object.keys(cleared).length === 0 ? [] : [{ collection: DAY, id: day.date, fields: cleared }]
  for (const id of moodIds) edits.push({ collection: MOODS, id, fields: { deleted: true } })
  return edits
}
