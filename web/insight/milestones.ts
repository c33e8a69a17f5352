import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { dateAt, markDays, type PauseDates, walkRuns } from './day-marks.ts'

/** Lengths of a streak, in logged days, that are worth a word. */
export const MILESTONES: readonly number[] = [7, 14, 30, 60, 90, 180, 365]

export interface Milestones {
  /** Those ever reached, shortest first, each with the first day on which a streak was that long. */
  readonly reached: readonly { readonly days: number; readonly on: CivilDate }[]
  /** The next one of the current streak, and how many logged days are missing; none past the last. */
  readonly next?: { readonly days: number; readonly left: number }
}

/** Which milestones a person's streaks came to. Days and pauses count as in `streakOf`. */
export function milestonesOf(
  loggedDays: readonly CivilDate[],
  pauses: readonly PauseDates[],
  today: CivilDate,
): Milestones {
  const reached: { days: number; on: CivilDate }[] = []
  const marks = markDays(loggedDays, pauses, today)
  let current = 0
  if (marks !== undefined) {
    // A run passes them in order, so the first one not yet reached is the only one to look for.
    const run = walkRuns(marks, ({ length, until }) => {
      if (length === MILESTONES[reached.length]) reached.push({ days: length, on: dateAt(marks, until) })
    })
    current = run.length
  }
  const next = MILESTONES.find((days) => days > current)
  return { reached, ...(next === undefined ? {} : { next: { days: next, left: next - current } }) }
}
