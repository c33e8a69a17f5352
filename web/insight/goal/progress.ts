import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { FEWEST_WEEK_DAYS, type GoalState, standingOfWeek, stateOfDay } from './day-state.ts'
import { type Goal, type GoalVersion, versionOn } from './goal.ts'
import { standingByDate } from './level.ts'
import type { Records } from './records.ts'
import { shareOf } from './rule.ts'

/** Where a goal stands on a day: what its ring shows. */
export interface GoalProgress {
  readonly version: GoalVersion
  readonly state: GoalState
  /** The day's value, the mean of the week, or the level; undefined where there is none. */
  readonly value?: number
  /** How much of the ring is closed, 0 to 1; 1 where what is recorded so far does what the goal asks. */
  readonly share: number
  /** Of a weekly goal: days of the week that have a value. */
  readonly recorded?: number
  /** Of a goal by a date: when it was reached. */
  readonly reachedOn?: CivilDate
}

/** Undefined on a day on which the goal is not in force. */
export function progressOn(goal: Goal, date: CivilDate, records: Records): GoalProgress | undefined {
  const version = versionOn(goal, date)
  if (version === undefined) return undefined
  switch (version.cadence) {
    case 'day': {
      const value = records.valueOn(goal.metric, date)
      const share = shareOf(version.rule, value)
      return { version, state: stateOfDay(goal.metric, version, date, records), share, ...given(value) }
    }
    case 'week': {
      const week = standingOfWeek(goal, date, records)
      // The goal was put away, or became one of another kind, before the week was over.
      if (week === undefined) return undefined
      const { mean, recorded, state } = week
      // A mean that holds closes the ring as far as there are days to say it of.
      const share = shareOf(version.rule, mean) * Math.min(1, recorded / FEWEST_WEEK_DAYS)
      return { version, state, share, recorded, ...given(mean) }
    }
    case 'byDate': {
      const { level, ...standing } = standingByDate(goal.metric, version, date, records)
      return { version, ...standing, ...given(level) }
    }
  }
}

const given = (value: number | undefined) => (value === undefined ? {} : { value })
