import { type CivilDate, dayOf, monthOf, weekdayOf, yearOf } from '../../shared/calendar/civil-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const monthName = (month: number): string => MONTHS[month - 1] ?? ''
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? ''

/** `Mon 23 Nov 2026`: short, and the same in every place a chart or a table says a day. */
export function dayText(date: CivilDate): string {
  return `${weekdayName(weekdayOf(date))} ${dayOf(date)} ${monthName(monthOf(date))} ${yearOf(date)}`
}
