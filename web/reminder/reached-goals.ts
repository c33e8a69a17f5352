import { addDays, type CivilDate, startOfWeek } from '../../shared/calendar/civil-date.ts'
import { type Goal, lastVersion } from '../insight/goal/goal.ts'
import { progressOn } from '../insight/goal/progress.ts'
import type { Records } from '../insight/goal/records.ts'

/** A goal that has just been reached. */
export interface ReachedGoal {
  readonly id: string
  readonly metric: string
  readonly of: 'day' | 'week' | 'date'
  /** The day, the first day of the week, or that of the goal by a date: together with `id` it is reached once. */
  readonly since: CivilDate
}

/** For how many days after it was reached a goal by a date is news. */
const NEWS_DAYS = 7
/** How far the level of a goal by a date looks back. */
const LEVEL_DAYS = 28
/** From the first day of last week to today, at most. */
const WEEKS = 13

/** Those of today, those of the week before this one, which was not over before, and those by a date of the last seven days. */
export function reachedGoals(goals: readonly Goal[], records: Records): readonly ReachedGoal[] {
  return goals.flatMap((goal) => {
    const { id, metric, weekStart } = goal
    const { today } = records
    const now = progressOn(goal, today, records)
    if (now?.version.cadence === 'day' && now.state === 'met') return { id, metric, of: 'day', since: today }
    if (now?.version.cadence === 'byDate') {
      const { version, reachedOn } = now
      // What held from its first day on was not reached.
      const isNews = reachedOn !== undefined && reachedOn > version.from && reachedOn > addDays(today, -NEWS_DAYS)
      return isNews ? { id, metric, of: 'date', since: version.from } : []
    }
    const lastDay = addDays(startOfWeek(today, weekStart), -1)
    const week = progressOn(goal, lastDay, records)
    const isMet = week?.version.cadence === 'week' && week.state === 'met'
    return isMet ? { id, metric, of: 'week', since: addDays(lastDay, -6) } : []
  })
}

/** The first day whose value has a say in that. */
export function firstDayOf(goals: readonly Goal[], today: CivilDate): CivilDate {
  const firsts = goals
    .map(lastVersion)
    .flatMap(({ cadence, from }) => (cadence === 'byDate' ? addDays(from, -LEVEL_DAYS) : []))
  return firsts.reduce((first, date) => (date < first ? date : first), addDays(today, -WEEKS))
}
