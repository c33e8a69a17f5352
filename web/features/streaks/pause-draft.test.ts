import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, datesBetween, fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import {
  draftOfPause,
  type NamedSpan,
  type PauseDraft,
  pauseOfDraft,
  problemsOfPause,
  REASON_LENGTH,
  spanText,
} from './pause-draft.ts'

const date = (text: string) => text as CivilDate
const draft = (over: Partial<PauseDraft> = {}): PauseDraft => ({
  from: '2026-11-02',
  until: '2026-11-08',
  reason: 'vacation',
  other: '',
  ...over,
})
const trip: NamedSpan = { from: date('2026-11-06'), until: date('2026-11-10'), reason: 'vacation' }

describe('a pause is refused', () => {
  it('when its last day is before its first', () => {
    expect(problemsOfPause(draft({ until: '2026-11-01' }), []).until).toMatch(/before the first/)
  })
  it('without a first day, or with a day no calendar has', () => {
    expect(problemsOfPause(draft({ from: '' }), []).from).toMatch(/first day/)
    expect(problemsOfPause(draft({ until: '2026-02-31' }), []).until).toMatch(/last day/)
  })
  it('when it overlaps another, which the sentence names', () => {
    expect(problemsOfPause(draft(), [trip]).overlap).toContain('Fri 6 Nov 2026 – Tue 10 Nov 2026 (vacation)')
  })
  it('when an open end runs into a later one', () => {
    expect(problemsOfPause(draft({ until: '' }), [{ ...trip, from: date('2027-01-01'), until: null }])).not.toEqual({})
  })
  it('when its reason is too long', () => {
    expect(problemsOfPause(draft({ reason: 'other', other: 'x'.repeat(REASON_LENGTH + 1) }), []).other).toBeDefined()
  })
})

describe('a pause is kept', () => {
  it('of one day, with an open end, and on the days beside another', () => {
    expect(problemsOfPause(draft({ until: '2026-11-02' }), [])).toEqual({})
    expect(problemsOfPause(draft({ until: '' }), [])).toEqual({})
    expect(problemsOfPause(draft({ until: '2026-11-05' }), [trip])).toEqual({})
    expect(problemsOfPause(draft({ from: '2026-11-11', until: '' }), [trip])).toEqual({})
  })
  it('with a word of the person’s own, and opens in the form as it was', () => {
    const typed = draft({ reason: 'other', other: '  New baby ' })
    const pause = pauseOfDraft(typed)
    expect(pause?.reason).toBe('New baby')
    expect(pause && draftOfPause(pause)).toEqual({ ...typed, other: 'New baby' })
  })
})

it('two pauses overlap exactly when they share a day', () => {
  const span = fc
    .tuple(fc.integer({ min: 20_000, max: 20_030 }), fc.integer({ min: 0, max: 8 }))
    .map(([first, length]) => ({ from: fromEpochDay(first), until: addDays(fromEpochDay(first), length), reason: 'x' }))
  fc.assert(
    fc.property(span, span, (a, b) => {
      const days = new Set(datesBetween(a.from, a.until))
      const shared = datesBetween(b.from, b.until).some((day) => days.has(day))
      const problems = problemsOfPause({ from: a.from, until: a.until, reason: 'vacation', other: '' }, [b])
      expect(Object.keys(problems).length > 0).toBe(shared)
    }),
  )
})

it('says a pause in words', () => {
  expect(spanText({ from: date('2026-11-02'), until: null })).toBe('since Mon 2 Nov 2026')
  expect(spanText({ from: date('2026-11-02'), until: date('2026-11-02') })).toBe('Mon 2 Nov 2026')
})
