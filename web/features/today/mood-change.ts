import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { wallClockAt } from '../../../shared/calendar/day-clock.ts'
import type { Rating } from '../../../shared/metric/rating.ts'
import type { ChangeInTurn } from '../../store/change.ts'
import type { Database } from '../../store/database.ts'
import { overMood, readMoods } from '../../store/moods.ts'
import { shortDay } from './day-text.ts'

// A mood remembered later belongs to the day and to no hour of it.
const NO_HOUR = '12:00'

/**
 * Logs a mood on a day: changes the latest entry of the day where there is one by then, else makes the first. Two quick
 * taps are one entry, though the second comes before the first is stored.
 */
export function moodChange(
  db: Database,
  date: CivilDate,
  today: CivilDate,
  timeZone: string,
  rating: Rating,
): ChangeInTurn {
  const time = date === today ? clockText(db.now(), timeZone) : NO_HOUR
  return async (newId) => {
    const blank = { date, time, energy: null, stress: null, emoji: '', tags: [], reflection: '' }
    const latest = (await readMoods(db, date, date)).at(-1)
    const edits = overMood(latest, { id: newId(), ...blank, ...latest, rating }, newId)
    return {
      kind: 'edit',
      label: `Mood on ${shortDay(date, today)} saved`,
      edits,
      session: `mood:${edits.at(-1)?.id}`,
    }
  }
}

function clockText(instant: number, timeZone: string): string {
  const { minutes } = wallClockAt(instant, timeZone)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
