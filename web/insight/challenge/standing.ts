import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import { isPausedOn } from '../day-marks.ts'
import { type Records, TURN_DAYS } from '../goal/records.ts'
import { holds } from '../goal/rule.ts'
import type { Challenge, DayTask } from './challenge.ts'

/** `open` is today, or a day that was; `ahead` is still to come. */
export type ChallengeDayState = 'met' | 'missed' | 'paused' | 'open' | 'ahead'

export interface ChallengeDay {
  readonly date: CivilDate
  readonly state: ChallengeDayState
  /** Of a challenge of values. */
  readonly value?: number
}

/**
 * `failed`: a day of those that all count was missed; `expired`: the days left are fewer than those still needed in a row;
 * `stopped`: given up before it came to anything.
 */
export type ChallengeState = 'running' | 'completed' | 'failed' | 'expired' | 'stopped'

export interface ChallengeStanding {
  readonly state: ChallengeState
  /** Days in a row that count now, or that completed it. */
  readonly count: number
  /** The last of the days that completed it, the missed day that ended it, or the day on which it was given up. */
  readonly endedOn?: CivilDate
  /** The first of the days that completed it. */
  readonly countsFrom?: CivilDate
  /** Every day from the first to the end, or to the last that may still be needed. */
  readonly days: readonly ChallengeDay[]
}

/**
 * How a challenge stands, from the records alone. Nothing of it is stored, so a corrected or late record corrects it.
 *
 * Completed once enough days in a row have done the task, a paused day between them held. That does not ask what day it
 * is, save that nothing beyond `TURN_DAYS` after today counts: another time zone or day start takes no finished challenge
 * back. Only a day that is over and has not done the task is missed. A sum that must stay under something counts as it
 * stands, also today.
 */
export function standingOf(challenge: Challenge, records: Records): ChallengeStanding {
  const { plan, from, stopped } = challenge
  const completed = completionOf(challenge, records)
  if (completed !== undefined) {
    const { first: countsFrom, last: endedOn } = completed
    const days = daysUntil(endedOn, challenge, records)
    return { state: 'completed', count: plan.days, countsFrom, endedOn, days }
  }
  const days: ChallengeDay[] = []
  let budget = plan.within
  let count = 0
  for (let date = from; ; date = addDays(date, 1)) {
    if (stopped !== undefined && date >= stopped) return { state: 'stopped', count, endedOn: stopped, days }
    const day = dayOf(plan.task, date, stateOf(plan.task, date, records), records)
    days.push(day)
    if (day.state === 'paused') continue
    if (day.state === 'open' || day.state === 'ahead') break
    budget -= 1
    count = day.state === 'met' ? count + 1 : 0
    if (plan.days - count > budget) {
      const state = plan.within === plan.days ? 'failed' : 'expired'
      return { state, count, endedOn: date, days }
    }
  }
  // Those it takes at the least, if all goes well from here on. The open one is among them already.
  for (let left = plan.days - count - 1; left > 0; left--)
    days.push({ date: addDays(days.at(-1)?.date ?? from, 1), state: 'ahead' })
  return { state: 'running', count, days }
}

interface Completion {
  readonly first: CivilDate
  readonly last: CivilDate
}

/** The first days in a row that are enough, within the days there are. An unmet day that is not over yet is passed over as missed. */
function completionOf({ plan, from, stopped }: Challenge, records: Records): Completion | undefined {
  const end = addDays(records.today, TURN_DAYS)
  let budget = plan.within
  let count = 0
  let first = from
  for (
    let date = from;
    date <= end && budget > 0 && (stopped === undefined || date < stopped);
    date = addDays(date, 1)
  ) {
    if (doesTask(plan.task, date, records)) {
      if (count === 0) first = date
      count += 1
      if (count === plan.days) return { first, last: date }
    } else if (isPausedOn(records.pauses, date)) continue
    else count = 0
    budget -= 1
  }
  return undefined
}

/** The days of what is completed. None is open or ahead any more, whatever day it is. */
function daysUntil(last: CivilDate, { plan, from }: Challenge, records: Records): ChallengeDay[] {
  const days: ChallengeDay[] = []
  for (let date = from; date <= last; date = addDays(date, 1)) {
    const isMet = doesTask(plan.task, date, records)
    days.push(dayOf(plan.task, date, isMet ? 'met' : isPausedOn(records.pauses, date) ? 'paused' : 'missed', records))
  }
  return days
}

function dayOf(task: DayTask, date: CivilDate, state: ChallengeDayState, records: Records): ChallengeDay {
  const value = task.of === 'value' ? records.valueOn(task.metric, date) : undefined
  return { date, state, ...(value === undefined ? {} : { value }) }
}

function stateOf(task: DayTask, date: CivilDate, records: Records): ChallengeDayState {
  if (date > addDays(records.today, TURN_DAYS)) return 'ahead'
  if (doesTask(task, date, records)) return 'met'
  if (date > records.today) return 'ahead'
  if (isPausedOn(records.pauses, date)) return 'paused'
  return date === records.today ? 'open' : 'missed'
}

/** Whether what is recorded on a day does what a challenge asks of it. */
export function doesTask(task: DayTask, date: CivilDate, records: Pick<Records, 'valueOn' | 'isLogged'>): boolean {
  if (task.of === 'logged') return records.isLogged(date)
  const value = records.valueOn(task.metric, date)
  if (value === undefined) return false
  return task.of === 'recorded' || holds(task.rule, value)
}
