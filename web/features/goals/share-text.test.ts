import { expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { pictureText, type ShareChoice } from './share-text.ts'

const badge = {
  text: { title: 'A week of 10 000 steps', detail: 'At least 10 000 steps on each of 7 days' },
  on: parseCivilDate('2026-11-27') as CivilDate,
  points: 98,
}
const nothing: ShareChoice = { withDetail: false, withDate: false, withPoints: false, words: ' ' }

it('a picture says what it is for, and of everything else only what was chosen', () => {
  expect(pictureText(badge, nothing)).toEqual({ title: 'A week of 10 000 steps', lines: [] })
  expect(pictureText(badge, { ...nothing, withDate: true }).lines).toEqual(['Fri 27 Nov 2026'])
  expect(pictureText(badge, { ...nothing, withPoints: true }).lines).toEqual(['98 points'])
  expect(pictureText(badge, { withDetail: true, withDate: true, withPoints: true, words: ' Anna ' }).lines).toEqual([
    'At least 10 000 steps on each of 7 days',
    'Fri 27 Nov 2026',
    '98 points',
    'Anna',
  ])
})
