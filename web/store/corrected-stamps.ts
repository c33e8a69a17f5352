import { LATEST_MS, type Stamp, stampToMs } from '../../shared/document/stamp.ts'

const COUNTER_RANGE = 1024

/** How stamps of a clock that was wrong are put right. */
export interface Correction {
  /** What the clock was wrong by: added to what it said, in ms. */
  readonly by: number
  /** The right time, ms since 1970 UTC: nothing that was written is later. */
  readonly now: number
  /** The highest stamp known elsewhere. It and those below stay. */
  readonly shared: Stamp
}

/**
 * [C4] The stamps as the right clock would have given them: moved by what it was wrong by, none later than now, each above
 * what is known elsewhere, and in the order they were in. Stamps that stay are absent.
 */
export function correctedStamps(stamps: Iterable<Stamp>, { by, now, shared }: Correction): Map<Stamp, Stamp> {
  const corrected = new Map<Stamp, Stamp>()
  const latest = stampAt(now, 0)
  let last = shared
  for (const stamp of [...new Set(stamps)].sort((a, b) => a - b)) {
    if (stamp <= shared) continue
    const moved = stampAt(stampToMs(stamp) + by, stamp % COUNTER_RANGE)
    last = Math.max(Math.min(moved, latest), last + 1) as Stamp
    corrected.set(stamp, last)
  }
  return corrected
}

const stampAt = (ms: number, counter: number) =>
  Math.min(Math.max(0, Math.floor(ms)), LATEST_MS) * COUNTER_RANGE + counter
