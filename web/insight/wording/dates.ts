import { type CivilDate, dayOf, monthOf, yearOf } from '../../../shared/calendar/civil-date.ts'
import { monthWord } from '../../../shared/calendar/date-words.ts'
import type { Figure, Sentence } from './sentence.ts'
import { say } from './sentence.ts'

/** `23 Nov 2026`. */
export const dateText = (date: CivilDate): string => `${shortText(date)} ${yearOf(date)}`

export const date = (key: string, value: CivilDate): Figure => ({ key, value, text: dateText(value) })

/** `1 Aug to 23 Nov 2026`: the year once where it is the same, the month too. */
export function period(from: CivilDate, to: CivilDate, keys: readonly [string, string] = ['from', 'to']): Sentence {
  if (from === to) return say`${date(keys[1], to)}`
  const first =
    yearOf(from) !== yearOf(to) ? dateText(from) : monthOf(from) !== monthOf(to) ? shortText(from) : String(dayOf(from))
  return say`${{ key: keys[0], value: from, text: first }} to ${date(keys[1], to)}`
}

const shortText = (date: CivilDate) => `${dayOf(date)} ${monthWord(date).slice(0, 3)}`
