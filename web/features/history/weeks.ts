import { addDays, type CivilDate, startOfWeek, type Weekday } from '../../../shared/calendar/civil-date.ts'
import { type Column, isRecorded } from './day-grid.ts'
import { lengthOf, type Period } from './range.ts'

/** A whole calendar week of the person, and the mean of its recorded days in the stored unit. */
export interface Week extends Period {
  readonly mean: number
  readonly recorded: number
}

/** A week with fewer recorded days stands for too little to be called the best or the worst. */
export const FEWEST_DAYS_OF_WEEK = 4

/** The weeks that lie wholly inside the period and have at least four recorded days, in order. */
export function weeksOf(values: Column, period: Period, weekStart: Weekday): Week[] {
  const weeks: Week[] = []
  let from = firstWeekStart(period.from, weekStart)
  for (; addDays(from, 6) <= period.to; from = addDays(from, 7)) {
    const offset = lengthOf({ from: period.from, to: from }) - 1
    const days = values.subarray(offset, offset + 7).filter(isRecorded)
    if (days.length < FEWEST_DAYS_OF_WEEK) continue
    const mean = days.reduce((a, b) => a + b, 0) / days.length
    weeks.push({ from, to: addDays(from, 6), mean, recorded: days.length })
  }
  return weeks
}

/** The weeks with the highest and the lowest mean, of equal ones the latest. Undefined under two weeks. */
export function outermostWeeks(weeks: readonly Week[]): { readonly highest: Week; readonly lowest: Week } | undefined {
  const [first] = weeks
  if (first === undefined || weeks.length < 2) return undefined
  let highest = first
  let lowest = first
  for (const week of weeks) {
    if (week.mean >= highest.mean) highest = week
    if (week.mean <= lowest.mean) lowest = week
  }
  return { highest, lowest }
}

function firstWeekStart(date: CivilDate, weekStart: Weekday): CivilDate {
  const start = startOfWeek(date, weekStart)
  return start === date ? date : addDays(start, 7)
}
