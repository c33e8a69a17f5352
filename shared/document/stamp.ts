/**
 * A reading of a hybrid logical clock, packed in one safe integer: `ms * 1024 + counter` (ms since 1970 UTC).
 * Greater means later, and being later than what it replaces is all that a merge asks of it.
 */
export type Stamp = number & { readonly __brand: 'Stamp' }

const COUNTER_RANGE = 1024

/** The highest millisecond a stamp can hold and stay a safe integer: in the year 2248. */
export const LATEST_MS = Math.floor(Number.MAX_SAFE_INTEGER / COUNTER_RANGE)

export const NO_STAMP = 0 as Stamp

/**
 * [C1, C3] The next stamp: later than every stamp in `after` (the clock's last, and those of the fields an edit
 * replaces) and no earlier than `now` (ms, whole). Throws RangeError past the year 2248.
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
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** The wall-clock part of a stamp, ms since 1970 UTC. */
export function stampToMs(stamp: Stamp): number {
  return Math.floor(stamp / COUNTER_RANGE)
}
