import { addDays, type CivilDate, datesBetween, daysBetween } from '../../shared/calendar/civil-date.ts'
import { type Board, MOST_PER_DAY } from '../../shared/leaderboard/board.ts'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import {
  ALL_TIME,
  daysOf,
  FIRST_DAY,
  monthOf,
  type Period,
  periodBefore,
  stateOf,
  weekOf,
} from '../../shared/leaderboard/period.ts'
import { CALORIES, SLEEP, STEPS } from '../../shared/metric/catalogue.ts'
import { markDays, walkRuns } from '../insight/day-marks.ts'
import { stateOfDay } from '../insight/goal/day-state.ts'
import { type Goal, versionOn } from '../insight/goal/goal.ts'
import type { Records } from '../insight/goal/records.ts'

/** What scores are read off. */
export interface ScoreSources {
  /** Every day with an entry, in any order. */
  readonly logged: readonly CivilDate[]
  /** Archived ones too: what they asked of the days before stays asked. */
  readonly goals: readonly Goal[]
  readonly records: Records
  /** A day before which nothing is recorded. */
  readonly first: CivilDate
}

/**
 * The periods that scores are published for on a day: its ISO week, its month and all time, and of last week and last month
 * those that still take scores at the instant (ms since 1970 UTC). Five at most.
 */
export function openPeriods(today: CivilDate, now: number): Period[] {
  const current = [weekOf(today), monthOf(today)]
  const before = current.flatMap((period) => periodBefore(period) ?? []).filter((one) => stateOf(one, now) === 'open')
  return [...current, ALL_TIME, ...before]
}

/**
 * The scores of a person: of each board, one a period. They are read off the records and what day it is, and off nothing else, so a
 * corrected record corrects them. Days after today do not count.
 * - steps: the whole steps of the days.
 * - sleep and calories: days on which a goal of theirs for a day or a week was met, each once. What may still become too much
 *   counts once the day is over.
 * - streak: the longest row of logged days that reaches into the period, with the days it had before. Paused days hold it;
 *   today counts once something is logged on it.
 */
export function scoresOf(
  boards: readonly Board[],
  periods: readonly Period[],
  sources: ScoreSources,
): readonly PublishedScore[] {
  return boards.flatMap((board) => {
    const days = daysOfBoard(board, sources)
    return periods.map((period) => ({ board, period, score: scoreIn(board, period, days, sources.records.today) }))
  })
}

/** What each day adds to a board; of a streak, how long it is on the day. `values[0]` is the first day. */
interface BoardDays {
  readonly first: CivilDate
  readonly values: readonly number[]
}

function scoreIn(board: Board, period: Period, { first, values }: BoardDays, today: CivilDate): number {
  const days = daysOf(period)
  const last = days.last < today ? days.last : today
  const from = Math.max(0, daysBetween(first, days.first))
  const inPeriod = values.slice(from, Math.max(from, daysBetween(first, last) + 1))
  if (board === 'streak') return inPeriod.reduce((longest, length) => Math.max(longest, length), 0)
  return inPeriod.reduce((sum, value) => sum + value, 0)
}

function daysOfBoard(board: Board, sources: ScoreSources): BoardDays {
  const { records } = sources
  const first = sources.first < FIRST_DAY ? FIRST_DAY : sources.first
  const dates = datesBetween(first, records.today)
  switch (board) {
    case 'steps':
      return { first, values: dates.map((date) => wholeSteps(records.valueOn(STEPS.id, date))) }
    case 'sleep':
      return { first, values: dates.map((date) => Number(isGoalMet(SLEEP.id, date, sources))) }
    case 'calories':
      return { first, values: dates.map((date) => Number(isGoalMet(CALORIES.id, date, sources))) }
    case 'streak':
      return { first, values: streakLengths(sources, first, dates.length) }
  }
}

const wholeSteps = (value = 0) => Math.floor(Math.min(MOST_PER_DAY.steps, Math.max(0, value)))

/** Also of a goal for weeks: its range is asked of each night. One by a date asks nothing of the days until then. */
function isGoalMet(metric: string, date: CivilDate, { goals, records }: ScoreSources): boolean {
  return goals.some((goal) => {
    const version = goal.metric === metric ? versionOn(goal, date) : undefined
    if (version === undefined || version.cadence === 'byDate') return false
    return stateOfDay(metric, version, date, records) === 'met'
  })
}

function streakLengths({ logged, records }: ScoreSources, first: CivilDate, count: number): number[] {
  const lengths = new Array<number>(count).fill(0)
  const marks = markDays(
    logged.filter((date) => date >= FIRST_DAY),
    records.pauses,
    records.today,
  )
  if (marks === undefined) return lengths
  const offset = daysBetween(first, addDays(records.today, 1 - marks.logged.length))
  walkRuns(marks, ({ length, until }) => {
    lengths[until + offset] = length
  })
  marks.paused.forEach((isPaused, day) => {
    if (isPaused === 1 && marks.logged[day] === 0) lengths[day + offset] = lengths[day + offset - 1] ?? 0
  })
  return lengths
}
