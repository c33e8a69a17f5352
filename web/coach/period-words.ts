import { addDays, type Weekday } from '../../shared/calendar/civil-date.ts'
import { weekdayWord } from '../../shared/calendar/date-words.ts'
import { period as periodSentence } from '../insight/wording/dates.ts'
import { textOf } from '../insight/wording/sentence.ts'
import type { AskedPeriod } from './answer.ts'
import type { CoachFacts } from './facts.ts'
import type { Span } from './language/spans.ts'
import type { Place, Telling } from './telling.ts'
import { dateFigure, tell } from './telling.ts'

const WEEKDAY_WORDS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

/** The days as they are computed over: what has not come yet cut off. */
export function askedPeriod(span: Span, { today }: Pick<CoachFacts, 'today'>): AskedPeriod {
  const cut = span.from <= today && span.to > today ? { ...span, to: today } : span
  const days = textOf(periodSentence(cut.from, cut.to))
  return { ...cut, words: cut.weekdays === undefined ? days : `${weekdayWords(cut.weekdays)}, ${days}` }
}

/** `1 to 31 Mar 2026`, `Thursday, 26 Nov 2026`, `weekends, 1 Sep to 27 Nov 2026`, `today, 27 Nov 2026`. */
export function periodTelling(period: AskedPeriod, place: Place, { today }: Pick<CoachFacts, 'today'>): Telling {
  const { from, to, weekdays } = period
  if (from === to && weekdays === undefined) {
    const name = from === today ? 'today' : from === addDays(today, -1) ? 'yesterday' : weekdayWord(from)
    return tell`${name}, ${dateFigure(from, place)}`
  }
  // The text of the first day leaves out what the second one says as well.
  const [first = ''] = textOf(periodSentence(from, to)).split(' to ')
  const days =
    from === to
      ? tell`${dateFigure(to, place)}`
      : tell`${{ ...dateFigure(from, place), text: first }} to ${dateFigure(to, place)}`
  return weekdays === undefined ? days : tell`${weekdayWords(weekdays)}, ${days}`
}

export function weekdayWords(weekdays: readonly Weekday[]): string {
  const key = weekdays.join('')
  if (key === '67') return 'weekends'
  if (key === '12345') return 'weekdays'
  return weekdays.map((weekday) => WEEKDAY_WORDS[weekday - 1] ?? '').join(' and ')
}
