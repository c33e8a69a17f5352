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
  lag <= MOST_DAYS && PLAUSIBLE_LINKS.some(([from, to]) => from === earlier && to === later)
