import { addDays, type Weekday, weekdayOf } from '../calendar/civil-date.ts'
import { wallClockAt } from '../calendar/day-clock.ts'
import { instantOf } from '../calendar/instant-of.ts'
import type { Quiet, Reminder } from './messages.ts'
import type { ReminderKind } from './protocol.ts'

/** What is no use any more when the evening it is about has passed: in quiet hours it is left out, and not put off. */
const ABOUT_TODAY: ReadonlySet<ReminderKind> = new Set(['log-today', 'streak-at-risk', 'goal-reached'])

const HOUR_MS = 3_600_000

/** Until how long after its time a reminder is still worth its while, in ms: servers stop, and phones lie in drawers. */
export const latestFor = (kind: ReminderKind): number => (ABOUT_TODAY.has(kind) ? 2 * HOUR_MS : 24 * HOUR_MS)

/**
 * When a reminder is next due after an instant (both ms since 1970 UTC), by the wall clock of its person: once on each day, or
 * each week, that the zone has, whatever its clocks do. Undefined: never, because quiet hours leave it out.
 */
export function dueAfter(after: number, reminder: Reminder, zone: string, quiet: Quiet | null): number | undefined {
  const time = timeOf(reminder, quiet)
  if (time === undefined) return undefined
  let date = addDays(wallClockAt(after, zone).date, -1)
  // A week, and the day before and after; and a week more for a day that a zone leaves out.
  for (let day = 0; day < 17; day += 1, date = addDays(date, 1)) {
    if (time.weekday !== null && weekdayOf(date) !== time.weekday) continue
    const due = instantOf(date, time.at, zone)
    if (due !== undefined && due > after) return due
  }
  throw new Error('no day of two weeks was the one')
}

/** When a reminder comes, once quiet hours are heard: at its time, at their end, or not at all. */
export function timeOf(reminder: Reminder, quiet: Quiet | null): Pick<Reminder, 'at' | 'weekday'> | undefined {
  const { kind, at, weekday } = reminder
  if (!isQuiet(at, quiet) || quiet === null) return { at, weekday }
  if (ABOUT_TODAY.has(kind)) return undefined
  const isNextDay = quiet.until <= at
  return { at: quiet.until, weekday: weekday !== null && isNextDay ? dayAfter(weekday) : weekday }
}

/** Whether a time of the wall clock, in minutes after midnight, lies in quiet hours. */
export function isQuiet(minutes: number, quiet: Quiet | null): boolean {
  if (quiet === null || quiet.from === quiet.until) return false
  const { from, until } = quiet
  return from < until ? minutes >= from && minutes < until : minutes >= from || minutes < until
}

const dayAfter = (weekday: Weekday): Weekday => WEEK[weekday % 7] ?? 1
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
