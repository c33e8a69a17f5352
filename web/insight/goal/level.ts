import { addDays, type CivilDate, datesBetween } from '../../../shared/calendar/civil-date.ts'
import type { GoalState } from './day-state.ts'
import type { GoalVersion } from './goal.ts'
import type { Records } from './records.ts'
import { holds, lowOf, type Rule } from './rule.ts'

const WEEK = 7
const FEWEST = 3
const LOOKED_AT = 28

/**
 * Where a metric stands on the last of some days: the mean of what the week that ends with it has recorded; of who records
 * less than three times a week, of the last three values within four weeks. Undefined with fewer. One reading alone never
 * says it. `values[at]` is the last day, the days before it come before; undefined: not recorded.
 */
export function levelAt(values: readonly (number | undefined)[], at: number): number | undefined {
  let sum = 0
  let count = 0
  for (let back = 0; back < LOOKED_AT && (back < WEEK || count < FEWEST); back++) {
    const value = values[at - back]
    if (value === undefined) continue
    sum += value
    count += 1
  }
  return count < FEWEST ? undefined : sum / count
}

export interface ByDateStanding {
  readonly state: GoalState
  /** The first day on which the level held. */
  readonly reachedOn?: CivilDate
  readonly level?: number
  /** How much of the way from the first level to the goal is done, 0 to 1. */
  readonly share: number
}

/** How far a goal by a date has come by `date`: it is reached on the first day of it on which the level holds. */
export function standingByDate(
  metric: string,
  version: GoalVersion,
  date: CivilDate,
  records: Pick<Records, 'valueOn' | 'today'>,
): ByDateStanding {
  const { from, until = from, rule, paused } = version
  const last = until < date ? until : date
  let first: number | undefined
  let level: number | undefined
  const dates = datesBetween(addDays(from, 1 - LOOKED_AT), last)
  const values = dates.map((day) => records.valueOn(metric, day))
  for (let at = LOOKED_AT - 1; at < dates.length; at++) {
    level = levelAt(values, at)
    if (level === undefined) continue
    if (holds(rule, level)) return { state: 'met', level, share: 1, ...reachedOn(dates[at]) }
    first ??= level
  }
  const share = first === undefined || level === undefined ? 0 : wayDone(rule, first, level)
  const isOver = date >= until && records.today > until
  const state = isOver ? 'missed' : paused ? 'paused' : 'open'
  return { state, share, ...(level === undefined ? {} : { level }) }
}

const reachedOn = (day: CivilDate | undefined) => (day === undefined ? {} : { reachedOn: day })

/** The part of the way from `first` to where the rule begins to hold. */
function wayDone(rule: Rule, first: number, level: number): number {
  const low = lowOf(rule)
  const goal = low !== undefined && first < low ? low : rule.kind === 'atLeast' ? rule.low : rule.high
  return goal === first ? 0 : Math.min(1, Math.max(0, (level - first) / (goal - first)))
}
