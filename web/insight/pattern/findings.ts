import { type EpochDay, fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { AssociationFinding, Evidence, TrendFinding, WeekdayFinding } from '../analysis.ts'
import { METHOD_VERSION } from '../method-version.ts'
import type { Association } from './association.ts'
import { caveatsOf } from './caveats.ts'
import { effectOf } from './effect.ts'
import type { TrendTest } from './trend.ts'
import type { Variate } from './variate.ts'
import type { WeekdayTest } from './weekday.ts'

export function associationFinding(tested: Association, q: number, evidence: Evidence): AssociationFinding {
  const { x, y, lag, n, first, last, p, r, slope, slopeError } = tested
  const { threshold, effect, ci95 } = effectOf(tested)
  return {
    kind: 'association',
    metricX: x.metric,
    ...(x.aspect === undefined ? {} : { aspectX: x.aspect }),
    ...about(y, n, first, last),
    lag,
    threshold,
    effect,
    ci95,
    r,
    slope,
    slopeError,
    p,
    q,
    method: 'symmetric gap-aware GLS, weighted Benjamini-Hochberg',
    evidence,
    caveats: caveatsOf([x, y], n, first, last),
  }
}

export function weekdayFinding(tested: WeekdayTest, q: number, evidence: Evidence): WeekdayFinding {
  const { y, n, p, byWeekday, most, ci95 } = tested
  const first = y.grid.first
  const last = first + y.grid.values.length - 1
  return {
    kind: 'weekday',
    ...about(y, n, first, last),
    weekday: most + 1,
    byWeekday,
    effect: byWeekday[most] ?? 0,
    ci95,
    p,
    q,
    method: 'gap-aware GLS F test of six weekday columns, weighted Benjamini-Hochberg',
    evidence,
    caveats: caveatsOf([y], n, first, last),
  }
}

export function trendFinding(tested: TrendTest, q: number, evidence: Evidence): TrendFinding {
  const { y, n, first, last, p, slope, ci95, windowDays } = tested
  return {
    kind: 'trend',
    ...about(y, n, first, last),
    windowDays,
    effect: slope,
    ci95,
    robustSlope: tested.robustSlope(),
    p,
    q,
    method: 'gap-aware GLS t test of the slope, weighted Benjamini-Hochberg',
    evidence,
    caveats: caveatsOf([y], n, first, last),
  }
}

const about = (y: Variate, n: number, first: EpochDay, last: EpochDay) => ({
  metricY: y.metric,
  ...(y.aspect === undefined ? {} : { aspectY: y.aspect }),
  n,
  from: fromEpochDay(first),
  to: fromEpochDay(last),
  version: METHOD_VERSION,
})
