import { expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { firstOfMonth, lastOfMonth, meanText, monthSentence } from './month-summary.ts'

const date = (text: string) => text as CivilDate

it('says a month in a sentence', () => {
  expect(monthSentence(date('2026-11-23'), [4, 3.25, 5], 23)).toBe(
    '3 of 23 days in November 2026 have a mood; the mean is 4.1 (Good), from 3.3 to 5.',
  )
  expect(monthSentence(date('2026-11-23'), [], 23)).toBe('Nothing is recorded in November 2026.')
})

it('says a mean with its word', () => {
  expect(meanText(4.25)).toBe('Good, 4.3')
})

it('knows where a month begins and ends', () => {
  expect([firstOfMonth(date('2028-02-29')), lastOfMonth(date('2028-02-03'))]).toEqual(['2028-02-01', '2028-02-29'])
})
