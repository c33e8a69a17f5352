import type { Refusal } from '../analysis.ts'
import type { Association } from './association.ts'
import { splitOf } from './effect.ts'
import type { Pair } from './pair.ts'
import { smallestCorrelation, smallestInErrors } from './power.ts'
import type { NoTrend, TrendTest } from './trend.ts'
import type { Variate } from './variate.ts'
import type { WeekdayTest } from './weekday.ts'

/** Looked for and not told: `threshold` is the p that would have been enough. */
export function associationRefusal(
  tested: Association,
  reason: 'nothing-seen' | 'too-small',
  threshold: number,
): Refusal {
  const { x, y, n, freedom, slopeError } = tested
  return {
    looked: 'association',
    ...links(x, y),
    reason,
    n,
    smallestSeen: smallestCorrelation(threshold, freedom),
    smallestEffect: Math.abs(smallestInErrors(threshold, freedom) * slopeError * contrastOf(x)),
  }
}

export function pairUntested({ x, y, n, needed }: Pair): Refusal {
  return n < needed
    ? { looked: 'association', ...links(x, y), reason: 'too-few-days', n, needed }
    : { looked: 'association', ...links(x, y), reason: 'no-variation', n }
}

export function ownRefusal(looked: 'weekday' | 'trend', tested: WeekdayTest | TrendTest, threshold: number): Refusal {
  const { y, n, error, freedom } = tested
  return {
    looked,
    ...whose(y),
    reason: 'nothing-seen',
    n,
    smallestEffect: smallestInErrors(threshold, freedom) * error,
  }
}

export function weekdaysUntested(y: Variate, { n, needed }: { n: number; needed: number }): Refusal {
  return { looked: 'weekday', ...whose(y), reason: 'too-few-days', n, needed }
}

export function noTrend(y: Variate, { reason, n, needed }: NoTrend): Refusal {
  return { looked: 'trend', ...whose(y), reason, n, ...(reason === 'no-variation' ? {} : { needed }) }
}

/** Nothing of a metric was looked for. */
export function untestable(
  looked: Refusal['looked'],
  y: Pick<Variate, 'metric' | 'aspect'>,
  reason: Refusal['reason'],
  n: number,
): Refusal {
  return { looked, ...whose(y), reason, n }
}

const whose = ({ metric, aspect }: Pick<Variate, 'metric' | 'aspect'>) => ({
  metricY: metric,
  ...(aspect === undefined ? {} : { aspectY: aspect }),
})

const links = (x: Variate, y: Variate) => ({
  metricX: x.metric,
  ...(x.aspect === undefined ? {} : { aspectX: x.aspect }),
  ...whose(y),
})

const contrasts = new WeakMap<Variate, number>()

/** Over all days of `x`, so that it is worked out once and not for every pair. */
function contrastOf(x: Variate): number {
  const known = contrasts.get(x)
  if (known !== undefined) return known
  const { contrast } = splitOf(x, () => true)
  contrasts.set(x, contrast)
  return contrast
}
