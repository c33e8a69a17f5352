import { addDays, type CivilDate, datesBetween, startOfWeek } from '../../../shared/calendar/civil-date.ts'
import { type GoalState, standingOfWeek, stateOfDay } from './day-state.ts'
import { endOfVersion, type Goal, type GoalVersion, lastVersion, versionOn } from './goal.ts'
import { standingByDate } from './level.ts'
import { type Records, TURN_DAYS } from './records.ts'

/** A stretch of days that did what a goal asks. */
export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** A version of a goal, and what became of it. */
export interface PastVersion {
  readonly version: GoalVersion
  /** Its last day so far; before its first where it never was in force. */
  readonly end: CivilDate
  /** Days (weeks, of a weekly goal) that met it, and those that are judged at all: paused and open ones are not. */
  readonly met: number
  readonly judged: number
}

/** All that the records say of a goal. */
export interface GoalHistory {
  readonly metDays: readonly CivilDate[]
  readonly metWeeks: readonly Span[]
  /** From the first day of a goal by a date to the one on which it was reached; not where it was reached already. */
  readonly reached: readonly Span[]
  readonly versions: readonly PastVersion[]
  readonly streak: GoalStreak
}

/** In days, or in weeks for a goal that is weekly now. */
export interface GoalStreak {
  readonly unit: 'day' | 'week'
  readonly current: number
  readonly longest: number
}

/** Judges every day, week and date of a goal by the version that was in force then. */
export function historyOf(goal: Goal, records: Records): GoalHistory {
  const days = judgedDays(goal, records)
  const weeks = judgedWeeks(goal, records)
  const { reached, byDate } = judgedDates(goal, records)
  const unit = lastVersion(goal).cadence === 'week' ? 'week' : 'day'
  const states = unit === 'week' ? weeks : days.filter(({ from }) => from <= records.today)
  return {
    metDays: days.filter(isMet).map(({ from }) => from),
    metWeeks: weeks.filter(isMet).map(({ from }) => ({ from, until: addDays(from, 6) })),
    reached,
    versions: goal.versions.map((version, index) => {
      const own = [...days, ...weeks, ...byDate].filter((one) => one.version === version)
      const judged = own.filter(({ state, from }) => from <= records.today && (state === 'met' || state === 'missed'))
      return {
        version,
        end: endOfVersion(goal, index, records.today),
        met: judged.filter(isMet).length,
        judged: judged.length,
      }
    }),
    streak: { unit, ...streakOfStates(states.map(({ state }) => state)) },
  }
}

interface Judged {
  readonly from: CivilDate
  readonly state: GoalState
  readonly version: GoalVersion
}

const isMet = ({ state }: Judged) => state === 'met'

/** Also of the days that were today once, before the clock was turned back: what they met stays met. */
function judgedDays(goal: Goal, records: Records): Judged[] {
  const judged: Judged[] = []
  const last = addDays(records.today, TURN_DAYS)
  for (const date of datesBetween(goal.versions[0].from, last)) {
    const version = versionOn(goal, date)
    if (version?.cadence === 'day')
      judged.push({ from: date, version, state: stateOfDay(goal.metric, version, date, records) })
  }
  return judged
}

function judgedWeeks(goal: Goal, records: Records): Judged[] {
  const judged: Judged[] = []
  for (let from = startOfWeek(goal.versions[0].from, goal.weekStart); from <= records.today; from = addDays(from, 7)) {
    const week = standingOfWeek(goal, from, records)
    if (week !== undefined) judged.push({ from, state: week.state, version: week.version })
  }
  return judged
}

function judgedDates(goal: Goal, records: Records): { readonly reached: Span[]; readonly byDate: Judged[] } {
  const reached: Span[] = []
  const byDate: Judged[] = []
  goal.versions.forEach((version, index) => {
    if (version.cadence !== 'byDate') return
    const end = endOfVersion(goal, index, addDays(records.today, TURN_DAYS))
    const { state, reachedOn } = standingByDate(goal.metric, version, end, records)
    if (reachedOn !== undefined && reachedOn > version.from) reached.push({ from: version.from, until: reachedOn })
    byDate.push({ from: version.from, state, version })
  })
  return { reached, byDate }
}

/** Met ones in a row: a missed one ends the row, a paused or open one leaves it as it is. */
export function streakOfStates(states: readonly GoalState[]): { readonly current: number; readonly longest: number } {
  let current = 0
  let longest = 0
  for (const state of states) {
    if (state === 'met') current += 1
    else if (state === 'missed') current = 0
    longest = Math.max(longest, current)
  }
  return { current, longest }
}
