import { type CivilDate, dayOf, monthOf, yearOf } from '../../../shared/calendar/civil-date.ts'
import { monthName } from '../../ui/date-text.ts'
import { lengthOf, type Period, type Range } from './range.ts'

/** `23 Nov 2026`. */
export function dateText(date: CivilDate): string {
  return `${shortDate(date)} ${yearOf(date)}`
}

/** `23 Nov`. */
export function shortDate(date: CivilDate): string {
  return `${dayOf(date)} ${monthName(monthOf(date))}`
}

/** `14 – 20 Sep 2026`, `25 Oct – 23 Nov 2026`, `24 Nov 2025 – 23 Nov 2026`: nothing said twice. */
export function periodText({ from, to }: Period): string {
  if (from === to) return dateText(to)
  if (yearOf(from) !== yearOf(to)) return `${dateText(from)} – ${dateText(to)}`
  if (monthOf(from) !== monthOf(to)) return `${shortDate(from)} – ${dateText(to)}`
  return `${dayOf(from)} – ${dateText(to)}`
}

/** The equally long period before, as a sentence names it: `the 30 days before`. */
export function beforeText(period: Period): string {
  return `the ${lengthOf(period)} days before`
}

/** A range as a sentence names it: `the last 30 days`, or `these 30 days` once stepped back; `all days`. */
export function rangeText(range: Range, period: Period, endsToday: boolean): string {
  if (range === 'All') return endsToday ? 'all days' : `all days until ${dateText(period.to)}`
  return `${endsToday ? 'the last' : 'these'} ${lengthOf(period)} days`
}
