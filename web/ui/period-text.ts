import { type CivilDate, dayOf, monthOf, yearOf } from '../../shared/calendar/civil-date.ts'
import { monthName } from './date-text.ts'

/** Days of the calendar, both ends included. */
export interface DatePeriod {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** `23 Nov 2026`. */
export function dateText(date: CivilDate): string {
  return `${shortDate(date)} ${yearOf(date)}`
}

/** `23 Nov`. */
export function shortDate(date: CivilDate): string {
  return `${dayOf(date)} ${monthName(monthOf(date))}`
}

/** `14 – 20 Sep 2026`, `25 Oct – 23 Nov 2026`, `24 Nov 2025 – 23 Nov 2026`: nothing said twice. */
export function periodText({ from, to }: DatePeriod): string {
  if (from === to) return dateText(to)
  if (yearOf(from) !== yearOf(to)) return `${dateText(from)} – ${dateText(to)}`
  if (monthOf(from) !== monthOf(to)) return `${shortDate(from)} – ${dateText(to)}`
  return `${dayOf(from)} – ${dateText(to)}`
}
