import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Rating } from '../../../shared/metric/rating.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useCommit, useDatabase, useProfile } from '../../store/react.tsx'
import { moodChange } from './mood-change.ts'

/** Logs a mood on a day; answers whether it is on the disk. */
export function useLogMood(date: CivilDate, today: CivilDate) {
  const db = useDatabase()
  const commit = useCommit()
  const timeZone = timeZoneOf(useProfile())
  return async (rating: Rating): Promise<boolean> => (await commit(moodChange(db, date, today, timeZone, rating))).ok
}
