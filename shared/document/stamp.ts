/**
 * A reading of a hybrid logical clock, packed in one safe integer: `ms * 1024 + counter` (ms since 1970 UTC).
 * Greater means later, and being later than what it replaces is all that a merge asks of it.
 */
export type Stamp = number & { readonly __brand: 'Stamp' }

const COUNTER_RANGE = 1024

/** The latest time a clock is believed to show: the start of the year 2200. Safe integers end in the year 2248. */
export const LATEST_MS = Date.UTC(2200, 0)

/**
 * The latest stamp that is taken from outside. The stamps above it can never run out by counting, so no damaged file can
 * leave a clock with no next stamp.
 */
export const LATEST_STAMP = (Date.UTC(2224, 0) * COUNTER_RANGE) as Stamp

export const NO_STAMP = 0 as Stamp

/**
 * [C1, C3] The next stamp: later than every stamp in `after` (the clock's last, and those of the fields an edit
 * replaces) and no earlier than `now` (ms; held to the years 1970-2200). Throws RangeError where there is none, which no
 * sequence of believable clocks and stamps comes to.
 */
export function nextStamp(now: number, after: Iterable<Stamp>): Stamp {
  let next = Math.min(Math.max(0, Math.floor(now)), LATEST_MS) * COUNTER_RANGE
  for (const stamp of after) next = Math.max(next, stamp + 1)
  if (!Number.isSafeInteger(next)) throw new RangeError('The clock has no stamps left')
  return next as Stamp
}

/** [C2] What a clock whose last reading was `last` holds after it has seen `seen`. */
export function observeStamp(last: Stamp, seen: Stamp): Stamp {
  return seen > last ? seen : last
}

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LATEST_STAMP
}

/** The wall-clock part of a stamp, ms since 1970 UTC. */
export function stampToMs(stamp: Stamp): number {
  return Math.floor(stamp / COUNTER_RANGE)
}
