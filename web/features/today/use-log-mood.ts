import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { wallClockAt } from '../../../shared/calendar/day-clock.ts'
import type { Rating } from '../../../shared/metric/rating.ts'
import { type MoodEntry, moodEdit } from '../../store/moods.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useCommit, useDatabase, useProfile } from '../../store/react.tsx'
import { shortDay } from './day-text.ts'

// A mood remembered later belongs to the day and to no hour of it.
const NO_HOUR = '12:00'

/** Logs a mood on a day: changes the latest entry of the day where there is one, else makes the first. */
export function useLogMood(date: CivilDate, today: CivilDate, latest: MoodEntry | undefined) {
  const db = useDatabase()
  const commit = useCommit()
  const timeZone = timeZoneOf(useProfile())
  return async (rating: Rating): Promise<boolean> => {
    const time = date === today ? clockText(db.now(), timeZone) : NO_HOUR
    const blank = { date, time, rating, energy: null, stress: null, emoji: '', tags: [], reflection: '' }
    const result = await commit((newId) => {
      const entry: MoodEntry = latest ?? { id: newId(), ...blank }
      return {
        kind: 'edit',
        label: `Mood on ${shortDay(date, today)} saved`,
        edits: [moodEdit({ ...entry, rating })],
        session: `mood:${entry.id}`,
      }
    })
    return result.ok
  }
}

function clockText(instant: number, timeZone: string): string {
  const { minutes } = wallClockAt(instant, timeZone)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
