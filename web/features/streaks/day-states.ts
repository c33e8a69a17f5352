import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { CalendarDay, CalendarState } from '../../insight/streak-calendar.ts'

/** What a day up to today is to a streak. */
export type DayState = Exclude<CalendarState, 'future'>

export const STATE_WORDS: Readonly<Record<DayState, string>> = {
  logged: 'entry',
  paused: 'paused',
  missed: 'no entry',
  today: 'still open',
  before: 'before your first entry',
}

/** The states of the calendar's days from `from` to `today`, in order: without what fills its weeks at both ends. */
export function statesWithin(
  calendar: readonly CalendarDay[],
  from: CivilDate,
  today: CivilDate,
): Map<CivilDate, DayState> {
  const states = new Map<CivilDate, DayState>()
  for (const { date, state } of calendar)
    if (date >= from && date <= today && state !== 'future') states.set(date, state)
  return states
}

/** Days that follow each other in one state. */
export interface StateRun {
  readonly state: DayState
  readonly from: CivilDate
  readonly until: CivilDate
  readonly days: number
}

/** The calendar as a list, newest first: its twin for who cannot see it. */
export function stateRuns(states: ReadonlyMap<CivilDate, DayState>): StateRun[] {
  const runs: StateRun[] = []
  for (const [date, state] of states) {
    const last = runs.at(-1)
    if (last?.state === state) runs[runs.length - 1] = { ...last, until: date, days: last.days + 1 }
    else runs.push({ state, from: date, until: date, days: 1 })
  }
  return runs.reverse()
}

/** The calendar in one sentence: `76 of the last 90 days have an entry, 5 were paused, 9 have none.` */
export function summaryOfStates(states: ReadonlyMap<CivilDate, DayState>): string {
  const count: Record<DayState, number> = { logged: 0, paused: 0, missed: 0, today: 0, before: 0 }
  for (const state of states.values()) count[state] += 1
  const parts = [
    `${count.logged} of the last ${states.size} days ${count.logged === 1 ? 'has' : 'have'} an entry`,
    ...(count.paused > 0 ? [`${count.paused} ${count.paused === 1 ? 'was' : 'were'} paused`] : []),
    ...(count.missed > 0 ? [`${count.missed} ${count.missed === 1 ? 'has' : 'have'} none`] : []),
    ...(count.before > 0 ? [`${count.before} came before your first entry`] : []),
    ...(count.today > 0 ? ['today is still open'] : []),
  ]
  return `${parts.join(', ')}.`
}
