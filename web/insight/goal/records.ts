import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { PauseDates } from '../day-marks.ts'

/** What goals, challenges and rewards are judged by: what stands in the records, and what day it is. */
export interface Records {
  /** The value of a metric on a day, in its stored unit; undefined where nothing is recorded. */
  readonly valueOn: (metric: string, date: CivilDate) => number | undefined
  /** Whether the day has any entry at all. */
  readonly isLogged: (date: CivilDate) => boolean
  /** Whether a day of the metric is a sum, to which the rest of the day may still add. */
  readonly grows: (metric: string) => boolean
  readonly pauses: readonly PauseDates[]
  readonly today: CivilDate
}

/**
 * By how many days another time zone (26 hours at most) and another day start (6) can turn today back. A day that was
 * today once is at most as far ahead; what was reached on it stays reached.
 */
export const TURN_DAYS = 2
