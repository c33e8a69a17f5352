/** A rule that holds, and since when. Days are indices. */
export interface Episode<Breach> {
  readonly breach: Breach
  readonly since: number
}

/** A break shorter than this is none: a level that sways about its threshold does not go away and come back every day. */
export const BREAK_DAYS = 14

/** How far back the beginning is looked for. */
export const LONGEST_DAYS = 365

/**
 * What `rule` says on day `last`, and the first day from which on it has held without a break of 14 days. Undefined where
 * it does not hold on that day. `holds` may be laxer than `rule`: what began for good reason has not gone away as long as
 * some of the reason stands. Both may only look at the day and those before it.
 */
export function episodeOf<Breach>(
  rule: (day: number) => Breach | undefined,
  last: number,
  holds: (day: number) => boolean = (day) => rule(day) !== undefined,
): Episode<Breach> | undefined {
  const breach = rule(last)
  if (breach === undefined) return undefined
  let since = last
  for (let day = last - 1; day >= 0 && day >= last - LONGEST_DAYS && since - day <= BREAK_DAYS; day--) {
    if (holds(day)) since = day
  }
  return { breach, since }
}
