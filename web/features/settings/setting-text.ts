import { type CivilDate, toEpochDay, type Weekday } from '../../../shared/calendar/civil-date.ts'
import { wallClockAt } from '../../../shared/calendar/day-clock.ts'
import { dayText } from '../../ui/date-text.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const weekdayText = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? ''

/** Minutes after midnight as `02:30`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What a day start means, by an example: `At 02:00 on Tuesday it is still Monday for you.` */
export function dayStartExample(dayStart: number): string {
  if (dayStart === 0) return 'At midnight a new day begins for you.'
  const example = dayStart > 60 ? dayStart - 60 : dayStart / 2
  return `At ${clockText(example)} on Tuesday it is still Monday for you.`
}

/** An instant (ms since 1970 UTC) as `Mon 23 Nov 2026, 14:05` on the wall clock of a zone. */
export function instantText(at: number, timeZone: string): string {
  const { date, minutes } = wallClockAt(at, timeZone)
  return `${dayText(date)}, ${clockText(minutes)}`
}

/** How long ago a day was: `today`, `yesterday`, `12 days ago`. */
export function agoText(then: CivilDate, today: CivilDate): string {
  const days = toEpochDay(today) - toEpochDay(then)
  if (days <= 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** A size in bytes as `12.4 MB`. */
export function sizeText(bytes: number): string {
  let unit = 0
  let size = bytes
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${size >= 100 || unit === 0 ? Math.round(size) : Number(size.toFixed(1))} ${UNITS[unit]}`
}

/** `1 entry`, `2 entries`. */
export function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
