export const FIRST_RETRY_MS = 1000
export const LAST_RETRY_MS = 5 * 60_000
/** How often in a row something is tried again by itself: about a day. Then it waits for an occasion. */
export const RETRIES = 300

/**
 * How long to wait before the retry with this number (from 0), in ms: between half and the whole of 1 s, 2 s, 4 s and so on
 * up to 5 min, but never under a second. `random` in [0, 1) spreads devices that lost the same server at the same moment.
 */
export function backoffMs(retry: number, random: number): number {
  const longest = Math.min(FIRST_RETRY_MS * 2 ** Math.min(retry, 20), LAST_RETRY_MS)
  return Math.max(FIRST_RETRY_MS, longest / 2 + (longest / 2) * random)
}
