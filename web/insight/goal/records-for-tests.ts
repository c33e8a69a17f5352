import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { PauseDates } from '../day-marks.ts'
import type { Records } from './records.ts'

/** For tests: records in which days are counted from this one, which is a Monday. */
export const FIRST = parseCivilDate('2026-01-05') as CivilDate

export const dayAt = (index: number): CivilDate => addDays(FIRST, index)

export interface MadeRecords {
  /** Of each metric, one value a day from `FIRST`; null: not recorded. */
  readonly values?: Readonly<Record<string, readonly (number | null)[]>>
  /** Days with any entry, by their index; by default those that have a value. */
  readonly logged?: readonly number[]
  readonly pauses?: readonly PauseDates[]
  readonly today: number
  /** Metrics whose day is a sum. */
  readonly growing?: readonly string[]
}

export function madeRecords({ values = {}, logged, pauses = [], today, growing = [] }: MadeRecords): Records {
  const ofDates = new Map<string, number>()
  for (const [metric, days] of Object.entries(values))
    days.forEach((value, index) => {
      if (value !== null) ofDates.set(`${metric} ${dayAt(index)}`, value)
    })
  const recorded = Object.values(values).flatMap((days) =>
    days.flatMap((value, index) => (value === null ? [] : [index])),
  )
  const loggedDates = new Set((logged ?? recorded).map(dayAt))
  return {
    valueOn: (metric, date) => ofDates.get(`${metric} ${date}`),
    isLogged: (date) => loggedDates.has(date),
    grows: (metric) => growing.includes(metric),
    pauses,
    today: dayAt(today),
  }
}

export const pauseOf = (from: number, until: number | null): PauseDates => ({
  from: dayAt(from),
  until: until === null ? null : dayAt(until),
})
