import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { type DayMarks, dateAt, isPausedOn, markDays, type PauseDates, type Run, walkRuns } from './day-marks.ts'

export interface Streak {
  /** Logged days in the run that is still going; 0 when it was broken. */
  readonly current: number
  /** The first logged day of the current run. */
  readonly start?: CivilDate
  /** Logged days of the longest run ever, the current one included; of equally long ones the latest. */
  readonly longest: number
  readonly longestFrom?: CivilDate
  readonly longestUntil?: CivilDate
  readonly todayLogged: boolean
  readonly pausedToday: boolean
  /** How firmly the habit stands, 0 to 1: what one missed day lowers a little and not to nothing. */
  readonly strength: number
}

/**
 * The streak of a person on a day. A day counts when something was logged on it; today may still be missing; a paused
 * day neither counts nor breaks, unless something was logged on it; days after today do not count.
 * `loggedDays` in any order, duplicates allowed.
 */
export function streakOf(loggedDays: readonly CivilDate[], pauses: readonly PauseDates[], today: CivilDate): Streak {
  const pausedToday = isPausedOn(pauses, today)
  const marks = markDays(loggedDays, pauses, today)
  if (marks === undefined) return { current: 0, longest: 0, todayLogged: false, pausedToday, strength: 0 }

  let longest: Run = { length: 0, from: 0, until: 0 }
  const current = walkRuns(marks, (run) => {
    if (run.length >= longest.length) longest = run
  })
  return {
    current: current.length,
    ...(current.length === 0 ? {} : { start: dateAt(marks, current.from) }),
    longest: longest.length,
    longestFrom: dateAt(marks, longest.from),
    longestUntil: dateAt(marks, longest.until),
    todayLogged: marks.logged.at(-1) === 1,
    pausedToday,
    strength: strengthOf(marks),
  }
}

/** Times a day the habit is due. */
const FREQUENCY = 1

/** What is left of the strength after one day: half of it in 13 days. */
const DECAY = 0.5 ** (Math.sqrt(FREQUENCY) / 13)

/**
 * The score of Loop Habit Tracker (`Score.kt`): s' = s * m + v * (1 - m) for each day, v 1 for a logged day and 0 for a
 * missed one, m = 0.5 ^ (sqrt(frequency) / 13). A paused day and a today without an entry leave it as it is.
 */
function strengthOf({ logged, paused }: DayMarks): number {
  let strength = 0
  for (let day = 0; day < logged.length; day++) {
    if (logged[day] === 1) strength = strength * DECAY + (1 - DECAY)
    else if (paused[day] === 0 && day < logged.length - 1) strength *= DECAY
  }
  return strength
}
