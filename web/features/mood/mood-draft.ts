import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { MoodEntry } from '../../store/moods.ts'
import type { MoodDraft } from './draft-storage.ts'
import { nearestRating } from './mood-scale.ts'
import { tagsOfText, withTags } from './tag-text.ts'

export const REFLECTION_LENGTH = 10_000

/** An empty entry of this moment; `time` is `HH:MM`. */
export function blankDraft(date: CivilDate, time: string): MoodDraft {
  return { date, time, emoji: '', tags: [], tagText: '', reflection: '' }
}

/** The form of a stored entry. */
export function draftOfEntry(entry: MoodEntry): MoodDraft {
  return {
    ...blankDraft(entry.date, entry.time),
    rating: nearestRating(entry.rating),
    ...(entry.energy === null ? {} : { energy: nearestRating(entry.energy) }),
    ...(entry.stress === null ? {} : { stress: nearestRating(entry.stress) }),
    emoji: entry.emoji,
    tags: [...entry.tags],
    reflection: entry.reflection,
  }
}

export type DraftProblems = Partial<Record<'rating' | 'date' | 'time' | 'reflection', string>>

/** What is missing or impossible, by field; empty when the entry can be saved. */
export function problemsOfDraft(draft: MoodDraft, today: CivilDate): DraftProblems {
  const problems: DraftProblems = {}
  const date = parseCivilDate(draft.date)
  if (draft.rating === undefined) problems.rating = 'Choose one of the five faces.'
  if (date === undefined) problems.date = 'Choose a day.'
  else if (date > today) problems.date = 'This day is still to come.'
  if (!/^([01]\d|2[0-3]):[0-5]\d/.test(draft.time)) problems.time = 'Give a time.'
  if (draft.reflection.length > REFLECTION_LENGTH) problems.reflection = `At most ${REFLECTION_LENGTH} characters.`
  return problems
}

/** The entry that a draft without problems describes; undefined for one that has some. */
export function entryOfDraft(draft: MoodDraft, id: string): MoodEntry | undefined {
  const date = parseCivilDate(draft.date)
  if (date === undefined || draft.rating === undefined) return undefined
  return {
    id,
    date,
    time: draft.time.slice(0, 5),
    rating: draft.rating,
    energy: draft.energy ?? null,
    stress: draft.stress ?? null,
    emoji: firstCharacter(draft.emoji),
    // What stands in the tag field and was never ended by a comma is a tag all the same.
    tags: withTags(draft.tags, tagsOfText(draft.tagText)),
    reflection: draft.reflection.trim(),
  }
}

/** Whether anything was written that closing the form must not lose. */
export function isWorthKeeping(draft: MoodDraft, opened: MoodDraft): boolean {
  const fields: (keyof MoodDraft)[] = ['rating', 'energy', 'stress', 'emoji', 'tagText', 'reflection']
  return fields.some((field) => draft[field] !== opened[field]) || draft.tags.join() !== opened.tags.join()
}

/** The first character as people count them: a flag or a family is one. */
export function firstCharacter(text: string): string {
  const [first] = new Intl.Segmenter().segment(text.trim())
  return first?.segment ?? ''
}

/** `7:05` in the morning as `07:05`; `minutes` after midnight. */
export function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
