import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import { calendarOf } from '../../insight/streak-calendar.ts'
import { stateRuns, statesWithin, summaryOfStates } from './day-states.ts'

const date = (text: string) => text as CivilDate
const today = date('2026-11-23')
const from = addDays(today, -7)
const logged = [date('2026-11-17'), date('2026-11-18'), date('2026-11-20'), date('2026-11-24')]
const pauses = [{ from: date('2026-11-20'), until: date('2026-11-21') }]
const states = statesWithin(calendarOf(logged, pauses, today, 8, 1), from, today)

describe('the days of the streak calendar', () => {
  it('are those up to today, each with its state', () => {
    expect([...states]).toEqual([
      ['2026-11-16', 'before'],
      ['2026-11-17', 'logged'],
      ['2026-11-18', 'logged'],
      ['2026-11-19', 'missed'],
      ['2026-11-20', 'logged'],
      ['2026-11-21', 'paused'],
      ['2026-11-22', 'missed'],
      ['2026-11-23', 'today'],
    ])
  })
  it('are said in a sentence', () => {
    expect(summaryOfStates(states)).toBe(
      '3 of the last 8 days have an entry, 1 was paused, 2 have none, 1 came before your first entry, today is still open.',
    )
  })
  it('are listed as runs, newest first', () => {
    expect(stateRuns(states).map(({ state, days, from: first }) => [state, days, first])).toEqual([
      ['today', 1, '2026-11-23'],
      ['missed', 1, '2026-11-22'],
      ['paused', 1, '2026-11-21'],
      ['logged', 1, '2026-11-20'],
      ['missed', 1, '2026-11-19'],
      ['logged', 2, '2026-11-17'],
      ['before', 1, '2026-11-16'],
    ])
  })
})
