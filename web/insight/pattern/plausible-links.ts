/**
 * Links that people have reasons to expect, from the earlier metric to the later. They were fixed before any person's
 * days were looked at, and are all that is known beforehand: half of what may be found by chance among associations is
 * set aside for them, at a lag of no or one day. A link that is not here is found as well, it only has to be clearer.
 */
export const PLAUSIBLE_LINKS: readonly (readonly [earlier: string, later: string])[] = [
  ['sleep', 'mood'],
  ['sleep', 'steps'],
  ['sleep', 'calories'],
  ['steps', 'sleep'],
  ['steps', 'mood'],
  ['steps', 'weight'],
  ['calories', 'weight'],
  ['protein', 'weight'],
  ['mood', 'sleep'],
  ['mood', 'steps'],
]

const MOST_DAYS = 1

export const isPlausible = (earlier: string, later: string, lag: number): boolean =>
  lag <= MOST_DAYS && placeOf(earlier, later) < PLAUSIBLE_LINKS.length

/** Of two metrics on the same day, whether the second is rather said to lead to the first: the link further up counts. */
export const isOtherWayRound = (a: string, b: string): boolean => placeOf(b, a) < placeOf(a, b)

/** Place in the list, or its length where the link is not in it. */
function placeOf(earlier: string, later: string): number {
  const place = PLAUSIBLE_LINKS.findIndex(([from, to]) => from === earlier && to === later)
  return place < 0 ? PLAUSIBLE_LINKS.length : place
}
