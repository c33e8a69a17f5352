import { expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS, STEPS } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { KNOWN_CHALLENGES } from '../../insight/challenge/known.ts'
import { dayStateText, missingDayOf, planText, standingText } from './challenge-text.ts'

const metricOf = (id: string) => BUILT_IN_METRICS.find((metric) => metric.id === id)
const date = parseCivilDate('2026-11-27') as CivilDate

it('says of each known challenge what every day of it takes', () => {
  const said = KNOWN_CHALLENGES.map(({ plan }) => planText(plan, metricOf, DEFAULT_UNITS).replaceAll('\u202f', ' '))
  expect(said).toEqual([
    'At least 10 000 steps on each of 7 days',
    'Sleep at least 7 h 00 on 5 nights in a row, within 14',
    'Protein at least 100 g on each of 7 days',
    'Any entry on 14 days in a row, within 28',
    'Calories logged on each of 7 days',
  ])
})

it('says how it stands, and of a day what it has and whether it counts', () => {
  const plan = KNOWN_CHALLENGES[0]?.plan
  if (plan === undefined) throw new Error('none')
  expect(standingText({ state: 'running', count: 3, days: [] }, plan)).toBe('3 of 7 days')
  expect(standingText({ state: 'completed', count: 7, endedOn: date, days: [] }, plan)).toBe(
    'Completed on Fri 27 Nov 2026',
  )
  expect(dayStateText({ date, state: 'met', value: 12_000 }, STEPS, DEFAULT_UNITS).replaceAll('\u202f', ' ')).toBe(
    'Fri 27 Nov 2026: 12 000 steps, counts',
  )
  expect(dayStateText({ date, state: 'missed' }, STEPS, DEFAULT_UNITS)).toBe(
    'Fri 27 Nov 2026: nothing recorded, does not count',
  )
  expect(dayStateText({ date, state: 'missed' }, undefined, DEFAULT_UNITS)).toBe('Fri 27 Nov 2026: does not count')
})

it('names the day that a late entry would make good, and none where the value itself was too little', () => {
  const plan = KNOWN_CHALLENGES[0]?.plan
  if (plan === undefined) throw new Error('none')
  const failed = (value?: number) =>
    missingDayOf(
      { state: 'failed', count: 0, days: [{ date, state: 'missed', ...(value === undefined ? {} : { value }) }] },
      plan,
    )
  expect(failed()).toBe(date)
  expect(failed(9999)).toBeUndefined()
  expect(missingDayOf({ state: 'running', count: 0, days: [{ date, state: 'missed' }] }, plan)).toBeUndefined()
})
