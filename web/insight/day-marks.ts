import { type CivilDate, type EpochDay, fromEpochDay, toEpochDay } from '../../shared/calendar/civil-date.ts'

/** A stretch in which days may be missed: both ends included, `until` null while it lasts. */
export interface PauseDates {
  readonly from: CivilDate
  readonly until: CivilDate | null
}

/** The days from the first logged one to today, one entry a day. */
export interface DayMarks {
  readonly first: EpochDay
  /** 1 where the day counts as logged. */
  readonly logged: Uint8Array
  /** 1 where the day lies in a pause. */
  readonly paused: Uint8Array
}

/**
 * Which days were logged and which paused, from the first logged day to today; undefined when none was logged by then.
 * Dates may come in any order and more than once. Dates after today do not count.
 */
export function markDays(
  loggedDays: readonly CivilDate[],
  pauses: readonly PauseDates[],
  today: CivilDate,
): DayMarks | undefined {
  let firstDate: CivilDate | undefined
  for (const date of loggedDays) if (date <= today && (firstDate === undefined || date < firstDate)) firstDate = date
  if (firstDate === undefined) return undefined

  const first = toEpochDay(firstDate)
  const logged = new Uint8Array(toEpochDay(today) - first + 1)
  for (const date of loggedDays) if (date <= today) logged[toEpochDay(date) - first] = 1

  const paused = new Uint8Array(logged.length)
  for (const { from, until } of pauses) {
    const end = until === null || until > today ? logged.length : toEpochDay(until) - first + 1
    // A negative end would count from the back.
    paused.fill(1, Math.max(0, toEpochDay(from) - first), Math.max(0, end))
  }
  return { first, logged, paused }
}

export function isPausedOn(pauses: readonly PauseDates[], date: CivilDate): boolean {
  return pauses.some(({ from, until }) => from <= date && (until === null || date <= until))
}

/** A stretch of logged days that nothing broke. `length` counts logged days only; `from` and `until` index the marks. */
export interface Run {
  readonly length: number
  readonly from: number
  readonly until: number
}

/**
 * Calls `onDay` with the run so far at every logged day, oldest first, and returns the run that is still going, length 0
 * when it was broken. A paused day holds the run; so does today, which may yet be logged.
 */
export function walkRuns({ logged, paused }: DayMarks, onDay: (run: Run) => void): Run {
  let run: Run = { length: 0, from: 0, until: 0 }
  for (let day = 0; day < logged.length; day++) {
    if (logged[day] === 1) {
      run = { length: run.length + 1, from: run.length === 0 ? day : run.from, until: day }
      onDay(run)
    } else if (paused[day] === 0 && day < logged.length - 1) {
      run = { length: 0, from: day, until: day }
    }
  }
  return run
}

export const dateAt = (marks: DayMarks, day: number): CivilDate => fromEpochDay(marks.first + day)
