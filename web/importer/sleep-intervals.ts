import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { fromEpochDay } from '../../shared/calendar/civil-date.ts'

/** Waking longer than this ends a night. */
const LONGEST_WAKING_MINUTES = 180

/** Asleep from `start` to `end`, in minutes since 1970 on the wall clock. */
export interface Interval {
  readonly start: number
  readonly end: number
  readonly row: number
}

/** A night's sleep: the day it ended, and its hours; two devices that saw the same sleep count once. */
export interface Night {
  readonly date: CivilDate
  readonly hours: number
  readonly end: number
  readonly rows: number
  readonly firstRow: number
}

/** Whether a sleep record's value says asleep, not merely in bed or awake. */
export const saysAsleep = (value: string): boolean => /asleep/i.test(value) || /^(?:core|deep|rem|light)$/i.test(value)

/** Joins intervals, in any order, into nights. */
export function nightsOf(intervals: readonly Interval[]): Night[] {
  const nights: Night[] = []
  let minutes = 0
  let end = Number.NEGATIVE_INFINITY
  let rows = 0
  let firstRow = 0
  const close = () => {
    if (rows > 0) nights.push({ date: fromEpochDay(Math.floor(end / 1440)), hours: minutes / 60, end, rows, firstRow })
  }
  for (const interval of intervals.toSorted((a, b) => a.start - b.start)) {
    if (interval.start - end > LONGEST_WAKING_MINUTES) {
      close()
      minutes = 0
      rows = 0
      firstRow = interval.row
      end = interval.start
    }
    minutes += Math.max(0, interval.end - Math.max(interval.start, end))
    end = Math.max(end, interval.end)
    rows++
    firstRow = Math.min(firstRow, interval.row)
  }
  close()
  return nights
}
