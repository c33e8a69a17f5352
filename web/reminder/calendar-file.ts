import { addDays, type CivilDate, type Weekday, weekdayOf } from '../../shared/calendar/civil-date.ts'
import type { Reminder } from '../../shared/push/messages.ts'
import type { ReminderKind } from '../../shared/push/protocol.ts'

/** Reminders that make sense without looking at the data: a calendar knows none. */
const WORDS: Readonly<Partial<Record<ReminderKind, string>>> = {
  'log-today': 'Log today in OwnIt',
  'streak-at-risk': 'Last call for today in OwnIt',
  'weekly-report': 'Look at your week in OwnIt',
}

const DAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const NEW_LINE = '\r\n'
const LINE_BYTES = 75

export interface CalendarOptions {
  /** The first day that may have one. */
  readonly from: CivilDate
  /** ms since 1970 UTC. */
  readonly now: number
  /** Where the app is. */
  readonly origin: string
}

/**
 * Reminders as a file for a calendar, each an event of five minutes with an alarm, again and again (RFC 5545). Its times have no
 * zone: they are those of the clock on the wall, wherever the phone is and whatever the clocks do.
 */
export function calendarFile(reminders: readonly Reminder[], { from, now, origin }: CalendarOptions): string {
  const events = reminders.flatMap((reminder) => {
    const words = WORDS[reminder.kind]
    return words === undefined ? [] : eventOf(reminder, words, { from, now, origin })
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//OwnIt//Reminders//EN', ...events, 'END:VCALENDAR']
  return lines.map(folded).join(NEW_LINE) + NEW_LINE
}

/** Whether any of the kinds can be in a calendar. */
export const hasCalendarEvents = (reminders: readonly Reminder[]): boolean =>
  reminders.some(({ kind }) => WORDS[kind] !== undefined)

function eventOf({ kind, at, weekday }: Reminder, words: string, { from, now, origin }: CalendarOptions): string[] {
  const first = weekday === null ? from : nextOn(weekday, from)
  return [
    'BEGIN:VEVENT',
    // The same at every making, so that a calendar replaces what it has.
    `UID:${kind}@ownit`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART:${first.replaceAll('-', '')}T${two(Math.floor(at / 60))}${two(at % 60)}00`,
    'DURATION:PT5M',
    weekday === null ? 'RRULE:FREQ=DAILY' : `RRULE:FREQ=WEEKLY;BYDAY=${DAYS[weekday - 1]}`,
    `SUMMARY:${words}`,
    `URL:${origin}/`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${words}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
  ]
}

const nextOn = (weekday: Weekday, from: CivilDate): CivilDate => addDays(from, (weekday - weekdayOf(from) + 7) % 7)

const two = (number: number) => String(number).padStart(2, '0')

/** A line goes on in the next after 75 bytes: RFC 5545, 3.1. What is written here is ASCII, but for what an origin may hold. */
function folded(line: string): string {
  const parts: string[] = []
  for (let start = 0; start < line.length || parts.length === 0; start += LINE_BYTES - 1)
    parts.push(line.slice(start, start + LINE_BYTES - 1))
  return parts.join(`${NEW_LINE} `)
}
