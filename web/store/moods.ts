import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Document, isDeleted, type Json } from '../../shared/document/document.ts'
import type { Edit } from './change.ts'
import { MOODS } from './collections.ts'
import type { Database } from './database.ts'

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

/** Ascending by date and time. */
export const byTime = (a: MoodEntry, b: MoodEntry) => {
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

/** What a person writes over an entry. Over a sample it is an entry of their own, which stays when the samples go. */
export function overMood(before: MoodEntry | undefined, { source: _, ...own }: MoodEntry, newId: () => string): Edit[] {
  if (before?.source === undefined) return [moodEdit(own)]
  return [deleteMoodEdit(before.id), moodEdit({ ...own, id: newId() })]
}
