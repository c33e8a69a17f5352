/** Longer than this nobody waits for a reply, whatever a service asks for; in ms. */
export const MOST_PATIENCE_MS = 30_000

/**
 * How long a service asks to be left alone, in ms and within bounds: seconds or a date (RFC 9110, 10.2.3). Undefined where it does
 * not say. `now`: ms since 1970 UTC.
 */
export function retryAfterMs(headers: Headers | undefined, now: number): number | undefined {
  const asked = headers?.get('retry-after')
  if (asked === undefined || asked === null) return undefined
  const ms = /^\d+(?:\.\d+)?$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now
  return Number.isFinite(ms) && ms >= 0 ? Math.ceil(Math.min(ms, MOST_PATIENCE_MS)) : undefined
}
