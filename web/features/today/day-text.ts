import { type CivilDate, dayOf, daysBetween, yearOf } from '../../../shared/calendar/civil-date.ts'
import { monthWord } from '../../../shared/calendar/date-words.ts'

/** `23 November`. */
export const dayAndMonth = (date: CivilDate): string => `${dayOf(date)} ${monthWord(date)}`

/** `23 Nov`, with its year where that is not the year of `today`. */
export function shortDay(date: CivilDate, today: CivilDate): string {
  const month = monthWord(date).slice(0, 3)
  const year = yearOf(date) === yearOf(today) ? '' : ` ${yearOf(date)}`
  return `${dayOf(date)} ${month}${year}`
}

/** As a sentence says it: `today`, `yesterday`, else `23 Nov`. */
export function spokenDay(date: CivilDate, today: CivilDate): string {
  const ago = daysBetween(date, today)
  return ago === 0 ? 'today' : ago === 1 ? 'yesterday' : shortDay(date, today)
}
