import { type Association, associate, isTested } from './association.ts'
import { isOtherWayRound } from './plausible-links.ts'
import type { Variate } from './variate.ts'

/** Days that one metric may come after another. */
export const MOST_LAG = 3

/** Everything two variates were tested for together. */
export interface Pair {
  /** In the order in which a link between them is looked for first. */
  readonly x: Variate
  readonly y: Variate
  readonly tested: readonly Association[]
  /** Days on which both are known, and how many it takes; where nothing was tested. */
  readonly n: number
  readonly needed: number
}

/** Same-day association once, and each after the other by 1 to `mostLag` days. */
export function testPair(a: Variate, b: Variate, mostLag = MOST_LAG): Pair {
  const [x, y] = isOtherWayRound(a.metric, b.metric) ? [b, a] : [a, b]
  const sameDay = associate(x, y, 0)
  const tested = isTested(sameDay) ? [sameDay] : []
  for (let lag = 1; lag <= mostLag; lag++) {
    for (const association of [associate(x, y, lag), associate(y, x, lag)]) {
      if (isTested(association)) tested.push(association)
    }
  }
  return { x, y, tested, n: sameDay.n, needed: isTested(sameDay) ? sameDay.n : sameDay.needed }
}
