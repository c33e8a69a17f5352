import { type CivilDate, dayOf, daysBetween, monthOf, weekdayOf, yearOf } from '../../../shared/calendar/civil-date.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `Monday`. */
export const weekdayName = (date: CivilDate): string => WEEKDAYS[weekdayOf(date) - 1] ?? ''

/** `23 November`. */
export const dayAndMonth = (date: CivilDate): string => `${dayOf(date)} ${MONTHS[monthOf(date) - 1] ?? ''}`

/** `23 Nov`, with its year where that is not the year of `today`. */
export function shortDay(date: CivilDate, today: CivilDate): string {
  const month = (MONTHS[monthOf(date) - 1] ?? '').slice(0, 3)
  const year = yearOf(date) === yearOf(today) ? '' : ` ${yearOf(date)}`
  return `${dayOf(date)} ${month}${year}`
}

/** As a sentence says it: `today`, `yesterday`, else `23 Nov`. */
export function spokenDay(date: CivilDate, today: CivilDate): string {
  const ago = daysBetween(date, today)
  return ago === 0 ? 'today' : ago === 1 ? 'yesterday' : shortDay(date, today)
}
