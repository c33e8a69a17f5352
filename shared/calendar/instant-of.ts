import { type CivilDate, toEpochDay } from './civil-date.ts'
import { wallClockAt } from './day-clock.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * The instant (ms since 1970 UTC) at which a zone's wall clock reads a date and `minutes` after midnight (0-1439). What it reads
 * twice, because the clocks went back, is the first; what it never reads, because they went forward, is as much later as they
 * did: RFC 5545, 3.3.5. Undefined where the zone leaves out the whole day.
 */
export function instantOf(date: CivilDate, minutes: number, timeZone: string): number | undefined {
  const wall = toEpochDay(date) * DAY_MS + minutes * MINUTE_MS
  // No zone changes its clocks twice within two days, so these are the two that come into question.
  const before = offsetAt(wall - DAY_MS, timeZone)
  const after = offsetAt(wall + DAY_MS, timeZone)
  for (const offset of [Math.max(before, after), Math.min(before, after)])
    if (offsetAt(wall - offset, timeZone) === offset) return wall - offset
  return after - before >= DAY_MS ? undefined : wall - before
}

/** By how much the wall clock is ahead of UTC, in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const { date, minutes } = wallClockAt(instant, timeZone)
  return toEpochDay(date) * DAY_MS + minutes * MINUTE_MS - Math.floor(instant / MINUTE_MS) * MINUTE_MS
}
