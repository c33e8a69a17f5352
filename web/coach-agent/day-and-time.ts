import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { Database } from '../store/database.ts'
import type { Message } from '../store/messages.ts'
import { readProfile, timeZoneOf } from '../store/profile.ts'

/** Now, as the fields of a message have it. */
export async function dayAndTime(db: Database): Promise<Pick<Message, 'date' | 'at'>> {
  const profile = await readProfile(db)
  const at = db.now()
  return { at, date: dayAt(at, { timeZone: timeZoneOf(profile), dayStart: profile.dayStart }) }
}
