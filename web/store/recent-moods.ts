import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { MOODS } from './collections.ts'
import type { Database } from './database.ts'
import { byTime, type MoodEntry, moodEntries } from './moods.ts'

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
