import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { MoodEntry } from '../../store/moods.ts'
import {
  blankDraft,
  draftOfEntry,
  entryOfDraft,
  firstCharacter,
  isWorthKeeping,
  problemsOfDraft,
  timeText,
} from './mood-draft.ts'

const today = '2026-11-23' as CivilDate
const blank = blankDraft(today, '08:30')
const entry: MoodEntry = {
  id: 'a',
  date: today,
  time: '08:30',
  rating: 4,
  energy: 2,
  stress: null,
  emoji: '☕',
  tags: ['work'],
  reflection: 'Slept well.',
}

describe('a mood entry', () => {
  it('needs a face and nothing else', () => {
    expect(Object.keys(problemsOfDraft(blank, today))).toEqual(['rating'])
    expect(problemsOfDraft({ ...blank, rating: 4 }, today)).toEqual({})
  })
  it('is refused on a day that is still to come, without a day, without a time', () => {
    expect(problemsOfDraft({ ...blank, rating: 4, date: '2026-11-24' }, today).date).toMatch(/to come/)
    expect(problemsOfDraft({ ...blank, rating: 4, date: '' }, today).date).toBeDefined()
    expect(problemsOfDraft({ ...blank, rating: 4, time: '' }, today).time).toBeDefined()
  })
  it('opens in the form as it was saved', () => {
    expect(entryOfDraft(draftOfEntry(entry), 'a')).toEqual(entry)
  })
  it('takes what still stands in the tag field', () => {
    expect(entryOfDraft({ ...draftOfEntry(entry), tagText: ' rain, Work' }, 'a')?.tags).toEqual(['work', 'rain'])
  })
  it('is kept when something was written, and not when a form was only opened', () => {
    expect(isWorthKeeping(blank, blank)).toBe(false)
    expect(isWorthKeeping({ ...blank, time: '09:00' }, blank)).toBe(false)
    expect(isWorthKeeping({ ...blank, reflection: 'S' }, blank)).toBe(true)
    expect(isWorthKeeping({ ...blank, tags: ['work'] }, blank)).toBe(true)
  })
})

it('holds an emoji to one, however many code points it has', () => {
  expect(firstCharacter(' 👩‍👩‍👧🙂')).toBe('👩‍👩‍👧')
  expect(firstCharacter('')).toBe('')
})

it('says minutes after midnight as a time', () => {
  expect(timeText(65)).toBe('01:05')
})
