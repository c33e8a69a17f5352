import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Document, isDeleted, type Json } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { MOODS } from './collections.ts'
import type { Database } from './database.ts'

export { newId } from './identifiers.ts'

/** One entry of the mood journal. */
export interface MoodEntry {
  readonly id: string
  readonly date: CivilDate
  /** `HH:MM` on the person's wall clock. */
  readonly time: string
  /** 1 (awful) to 5 (great), as are `energy` and `stress`. */
  readonly rating: number
  readonly energy: number | null
  readonly stress: number | null
  /** One emoji, or empty. */
  readonly emoji: string
  readonly tags: readonly string[]
  readonly reflection: string
  /** Who wrote it, where it was not the person: `sample`. */
  readonly source?: string
}

/** The journal from `from` to `to`, both included, ascending by date and time. */
export async function readMoods(db: Database, from: CivilDate, to: CivilDate): Promise<MoodEntry[]> {
  const documents = await db.documents
    .where('[collection+fields.date]')
    .between([MOODS, from], [MOODS, to], true, true)
    .toArray()
  return moodEntries(documents)
}

/**
 * The newest entries, newest first, at least `limit` where there are as many: the last day is never cut in two, so the next
 * page is `before` that day.
 */
export async function recentMoods(db: Database, limit: number, before?: CivilDate): Promise<MoodEntry[]> {
  const entries: MoodEntry[] = []
  let until = before ?? '\uffff'
  while (entries.length < limit) {
    const page = await db.documents
      .where('[collection+fields.date]')
      .between([MOODS, ''], [MOODS, until], true, false)
      .reverse()
      .limit(limit)
      .toArray()
    const last = page.at(-1)?.fields['date']
    if (typeof last !== 'string') break
    // The limit may have fallen inside a day: that day is read whole, and the next page begins before it.
    const whole = await db.documents.where('[collection+fields.date]').equals([MOODS, last]).toArray()
    entries.push(...moodEntries(page.filter((document) => document.fields['date'] !== last)), ...moodEntries(whole))
    until = last
  }
  return entries.sort((a, b) => byTime(b, a))
}

const byTime = (a: MoodEntry, b: MoodEntry) => {
  const left = `${a.date} ${a.time} ${a.id}`
  const right = `${b.date} ${b.time} ${b.id}`
  return left < right ? -1 : left > right ? 1 : 0
}

/** The readable entries among documents, ascending by date and time. */
export function moodEntries(documents: readonly Document[]): MoodEntry[] {
  const entries: MoodEntry[] = []
  for (const document of documents) {
    const entry = moodEntry(document)
    if (entry !== undefined) entries.push(entry)
  }
  return entries.sort(byTime)
}

function moodEntry(document: Document): MoodEntry | undefined {
  if (isDeleted(document)) return undefined
  const { date, time, rating, energy, stress, emoji, tags, reflection, source } = document.fields
  const parsed = typeof date === 'string' ? parseCivilDate(date) : undefined
  const rated = scale(rating)
  if (parsed === undefined || rated === null) return undefined
  return {
    id: document.id,
    date: parsed,
    time: typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : '00:00',
    rating: rated,
    energy: scale(energy),
    stress: scale(stress),
    emoji: text(emoji),
    tags: Array.isArray(tags) ? tags.filter((tag: Json) => typeof tag === 'string') : [],
    reflection: text(reflection),
    ...(typeof source === 'string' ? { source } : {}),
  }
}

const scale = (value: Json | undefined) => (typeof value === 'number' && value >= 1 && value <= 5 ? value : null)
const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')

/** Writes the whole entry; what already reads so is not written again. */
export function moodEdit({ id, ...fields }: MoodEntry): Edit {
  return { collection: MOODS, id, fields: { ...fields } }
}

export function deleteMoodEdit(id: string): Edit {
  return { collection: MOODS, id, fields: { [DELETED]: true } }
}
