import { addDays, type CivilDate, datesBetween, startOfWeek, type Weekday } from '../../shared/calendar/civil-date.ts'
import { isPausedOn, type PauseDates } from './day-marks.ts'

/**
 * - `logged`: counts, also inside a pause
 * - `missed`, `paused`: nothing logged
 * - `today`: nothing logged yet, and not paused
 * - `before`: earlier than the asked days or than the first logged day, so nothing was missed
 * - `future`: after today, whatever it holds
 */
export type CalendarState = 'logged' | 'missed' | 'paused' | 'today' | 'future' | 'before'

export interface CalendarDay {
  readonly date: CivilDate
  readonly state: CalendarState
}

/**
 * The last `days` days up to today, filled up to whole weeks at both ends: the first entry falls on `weekStart` and the
 * number of entries is a multiple of 7.
 */
export function calendarOf(
  loggedDays: readonly CivilDate[],
  pauses: readonly PauseDates[],
  today: CivilDate,
  days = 90,
  weekStart: Weekday = 1,
): CalendarDay[] {
  const logged = new Set(loggedDays)
  const windowStart = addDays(today, 1 - days)
  const first = loggedDays.reduce<CivilDate>((earliest, date) => (date < earliest ? date : earliest), today)
  const start = first > windowStart ? first : windowStart

  const stateOf = (date: CivilDate): CalendarState => {
    if (date > today) return 'future'
    if (date < start) return 'before'
    if (logged.has(date)) return 'logged'
    if (isPausedOn(pauses, date)) return 'paused'
    return date === today ? 'today' : 'missed'
  }
  return datesBetween(startOfWeek(windowStart, weekStart), addDays(startOfWeek(today, weekStart), 6)).map((date) => ({
    date,
    state: stateOf(date),
  }))
}
