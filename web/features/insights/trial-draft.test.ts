import { describe, expect, it } from 'vitest'
import { addDays, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { SLEEP } from '../../../shared/metric/catalogue.ts'
import { blankTrial, LENGTHS, lengthText, planOfTrial, settlingText } from './trial-draft.ts'

const today = parseCivilDate('2026-11-23') ?? never()
const draft = { ...blankTrial(SLEEP, today), change: 'No screens after ten', smallestEffect: 0.25 }

function never(): never {
  throw new Error('no such day')
}

describe('the form of a trial', () => {
  it('begins tomorrow, on what is given', () => {
    expect(draft).toMatchObject({ outcome: SLEEP.id, start: '2026-11-24', usual: 'As usual' })
  })
  it('makes a plan that can be begun, in every length', () => {
    for (const { value } of LENGTHS) {
      expect(planOfTrial({ ...draft, length: value }, { today, seed: 7 })).toMatchObject({
        plan: { seed: 7, start: '2026-11-24', smallestEffect: 0.25 },
      })
    }
  })
  it('does not begin in the past, nor on no day', () => {
    for (const start of [addDays(today, -1), ''])
      expect(planOfTrial({ ...draft, start }, { today, seed: 7 })).toHaveProperty('problems.start')
  })
  it('says what is missing, by field', () => {
    expect(planOfTrial({ ...draft, change: ' ', smallestEffect: undefined }, { today, seed: 7 })).toMatchObject({
      problems: { change: expect.any(String), smallestEffect: expect.any(String) },
    })
  })
  it('says how long it takes', () => {
    expect(lengthText('medium')).toBe('48 days, in blocks of 4')
    expect(lengthText('long')).toBe('112 days, in blocks of 7')
    expect(settlingText('medium')).toBe('The first day of each block is for settling in and not measured.')
    expect(settlingText('weeks')).toBe('The first 2 days of each block are for settling in and not measured.')
  })
})
