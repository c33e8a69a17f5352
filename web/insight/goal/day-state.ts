import { addDays, type CivilDate, datesBetween, startOfWeek } from '../../../shared/calendar/civil-date.ts'
import { isPausedOn } from '../day-marks.ts'
import { type Goal, type GoalVersion, versionOn } from './goal.ts'
import type { Records } from './records.ts'
import { holds, isOver } from './rule.ts'

/** `open`: not over yet; `paused`: neither counts nor breaks. */
export type GoalState = 'met' | 'missed' | 'open' | 'paused'

/** What a day is for a goal of every day. Only what is recorded counts: a day without a value is missed once it is over. */
export function stateOfDay(metric: string, version: GoalVersion, date: CivilDate, records: Records): GoalState {
  const { rule, paused } = version
  const value = records.valueOn(metric, date)
  const isToCome = date >= records.today
  const mayGrow = isToCome && records.grows(metric)
  if (value !== undefined && holds(rule, value)) return mayGrow && rule.kind !== 'atLeast' ? 'open' : 'met'
  if (paused || isPausedOn(records.pauses, date)) return 'paused'
  if (!isToCome) return 'missed'
  // What is too much already cannot become less.
  return mayGrow && value !== undefined && isOver(rule, value) ? 'missed' : 'open'
}

/** How many days of a week must have a value, so that its average is said of the week. */
export const FEWEST_WEEK_DAYS = 4

export interface WeekStanding {
  readonly from: CivilDate
  readonly state: GoalState
  /** The mean of the days that have a value; undefined where none has. */
  readonly mean?: number
  /** How many have. */
  readonly recorded: number
  readonly version: GoalVersion
}

/**
 * What the week that holds `date` is for a weekly goal: met when it is over, four of its days have a value and their mean
 * holds. A week with a paused day that is not met holds. Undefined where the goal asks nothing of a week then: a week is
 * judged by what the goal asks on its last day, the running one on today.
 */
export function standingOfWeek(goal: Goal, date: CivilDate, records: Records): WeekStanding | undefined {
  const from = startOfWeek(date, goal.weekStart)
  const last = addDays(from, 6)
  const isRunning = last >= records.today
  const judgedOn = isRunning && from <= records.today ? records.today : last
  const version = versionOn(goal, judgedOn)
  if (version?.cadence !== 'week') return undefined
  const dates = datesBetween(from, last)
  const values = dates.map((day) => records.valueOn(goal.metric, day)).filter((value) => value !== undefined)
  const mean = values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
  const isHeld = mean !== undefined && values.length >= FEWEST_WEEK_DAYS && holds(version.rule, mean)
  const isPaused = dates.some((day) => versionOn(goal, day)?.paused === true || isPausedOn(records.pauses, day))
  const state = isRunning ? (version.paused ? 'paused' : 'open') : isHeld ? 'met' : isPaused ? 'paused' : 'missed'
  return { from, state, recorded: values.length, version, ...(mean === undefined ? {} : { mean }) }
}
