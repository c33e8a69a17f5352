import { wallClockAt } from '../../shared/calendar/day-clock.ts'
import { REMINDER_KINDS, type ReminderKind } from '../../shared/push/protocol.ts'
import { isQuiet, latestFor, timeOf } from '../../shared/push/schedule.ts'
import type { Database } from '../store/database.ts'
import { readProfile, timeZoneOf } from '../store/profile.ts'
import { readFacts } from './read-facts.ts'
import { type ReminderChoice, readChoice, readTold, remindersOf, writeTold } from './reminder-choice.ts'
import { type Notice, whatToSay } from './what-to-say.ts'

/** For "later", which may be said more than once. */
const LATER_MS = 2 * 3_600_000
const DAY_MINUTES = 24 * 60

/**
 * What this device has to say on being woken, or undefined where it is nothing: the kind was turned off here, it is quiet hours, it
 * has come too late, or there is nothing to tell. What is told once is remembered as told.
 */
export async function sayOf(db: Database, kind: string, now: number): Promise<Notice | undefined> {
  const known = REMINDER_KINDS.find((each) => each === kind)
  if (known === undefined) return undefined
  const [choice, profile] = await Promise.all([readChoice(db), readProfile(db)])
  const { minutes } = wallClockAt(now, timeZoneOf(profile))
  if (!isTimely(known, choice, profile.dayStart, minutes)) return undefined
  const told = await readTold(db)
  const notice = whatToSay(known, await readFacts(db, now), new Set(told))
  if (notice === undefined || notice.told.length === 0) return notice
  const kept = await writeTold(db, [...told, ...notice.told])
  // Said again tomorrow rather than not at all.
  if (!kept.ok) console.info('What was told could not be remembered:', kept.failure.message)
  return notice
}

/** Whether a kind is wanted at a minute of the wall clock: a phone that was off gets its messages when it is on again. */
export function isTimely(kind: ReminderKind, choice: ReminderChoice, dayStart: number, minutes: number): boolean {
  const reminder = remindersOf(choice, dayStart).find((each) => each.kind === kind)
  if (reminder === undefined || isQuiet(minutes, choice.quiet)) return false
  const at = timeOf(reminder, choice.quiet)?.at ?? reminder.at
  const late = (minutes - at + DAY_MINUTES) % DAY_MINUTES
  // A message may come some minutes early by this clock.
  return late > DAY_MINUTES - 30 || late * 60_000 <= latestFor(kind) + LATER_MS
}
