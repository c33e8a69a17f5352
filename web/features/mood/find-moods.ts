import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Database } from '../../store/database.ts'
import type { MoodEntry } from '../../store/moods.ts'
import { recentMoods } from '../../store/recent-moods.ts'
import { moodMatcher } from './mood-search.ts'

const SEARCHED_AT_ONCE = 500

export interface FoundMoods {
  /** Newest first. */
  readonly entries: readonly MoodEntry[]
  readonly hasMore: boolean
}

/**
 * The newest `limit` entries that match; an empty search matches all. Reads the journal backwards in pages and stops when it
 * has enough, so neither a long journal nor a rare word holds up the screen.
 */
export async function findMoods(db: Database, search: string, limit: number): Promise<FoundMoods> {
  const matches = moodMatcher(search)
  const pageSize = search.trim() === '' ? limit + 1 : SEARCHED_AT_ONCE
  const found: MoodEntry[] = []
  let before: CivilDate | undefined
  while (found.length <= limit) {
    const page = await recentMoods(db, pageSize, before)
    found.push(...page.filter(matches))
    before = page.at(-1)?.date
    if (before === undefined || page.length < pageSize) break
  }
  return { entries: found.slice(0, limit), hasMore: found.length > limit }
}
