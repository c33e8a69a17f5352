import { expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { weekdayWord } from '../../../shared/calendar/date-words.ts'
import { dayAndMonth, shortDay, spokenDay } from './day-text.ts'

const day = (text: string): CivilDate => {
  const date = parseCivilDate(text)
  if (date === undefined) throw new Error(`${text} is no date`)
  return date
}
const TODAY = day('2026-11-23')

it('names a day in full for the heading', () => {
  expect(`${weekdayWord(TODAY)} ${dayAndMonth(TODAY)}`).toBe('Monday 23 November')
  expect(`${weekdayWord(day('2024-02-29'))} ${dayAndMonth(day('2024-02-29'))}`).toBe('Thursday 29 February')
})

it('says the year only where it is another one', () => {
  expect(shortDay(day('2026-01-01'), TODAY)).toBe('1 Jan')
  expect(shortDay(day('2025-12-31'), TODAY)).toBe('31 Dec 2025')
})

it('says today and yesterday as people do', () => {
  expect([TODAY, day('2026-11-22'), day('2026-11-21')].map((date) => spokenDay(date, TODAY))).toEqual([
    'today',
    'yesterday',
    '21 Nov',
  ])
})
