import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Refusal } from '../analysis.ts'
import type { DayGrid } from '../series/day-grid.ts'
import { judgePatterns, type OwnTests, type Patterns } from './engine.ts'
import { type Pair, testPair } from './pair.ts'
import { untestable } from './refusals.ts'
import { testTrend } from './trend.ts'
import { type Variate, variatesOf } from './variate.ts'
import { testWeekdays } from './weekday.ts'

/** Metrics that are compared with each other: those with most days. More would cost power and seconds. */
export const MOST_METRICS = 20

export interface ScanOptions {
  readonly today: CivilDate
  readonly alpha: number
}

/** Looks for patterns in a person's metrics. */
export type PatternScan = (grids: readonly DayGrid[], options: ScanOptions) => Patterns

/**
 * A scan that keeps what it worked out: of grids that are the same objects as the last time nothing is tested again, so
 * that after one edit only what the edited metric has part in is.
 */
export function createPatternScan(): PatternScan {
  const variates = new WeakMap<DayGrid, readonly Variate[]>()
  const pairs = new WeakMap<Variate, WeakMap<Variate, Pair>>()
  const own = new WeakMap<Variate, { readonly today: CivilDate; readonly tests: OwnTests }>()

  const variatesIn = (grid: DayGrid) => kept(variates, grid, () => variatesOf(grid))
  const pairOf = (a: Variate, b: Variate) =>
    kept(
      kept(pairs, a, () => new WeakMap<Variate, Pair>()),
      b,
      () => testPair(a, b),
    )
  const ownOf = (variate: Variate, today: CivilDate) => {
    const last = own.get(variate)
    if (last?.today === today) return last.tests
    const tests = { variate, weekday: testWeekdays(variate), trend: testTrend(variate, today) }
    own.set(variate, { today, tests })
    return tests
  }

  return (grids, { today, alpha }) => {
    const refusals: Refusal[] = []
    const all = grids.flatMap((grid) => variatesIn(grid).map((variate) => ({ grid, variate })))
    const varying = all.filter(({ variate }) => variate.varies)
    for (const { variate } of all) if (!variate.varies) refusals.push(...nothingVaries(variate))

    const compared = new Set([...grids].sort((a, b) => b.n - a.n).slice(0, MOST_METRICS))
    for (const grid of grids) {
      if (!compared.has(grid)) refusals.push(untestable('association', grid, 'too-many-metrics', grid.n))
    }
    const linked = varying.filter(({ grid }) => compared.has(grid))
    const tested = linked.flatMap((a, i) =>
      // What a metric is split in says nothing of itself.
      linked.slice(i + 1).flatMap((b) => (a.grid === b.grid ? [] : [pairOf(a.variate, b.variate)])),
    )
    const judged = judgePatterns(
      varying.map(({ variate }) => ownOf(variate, today)),
      tested,
      alpha,
    )
    return { ...judged, refusals: [...refusals, ...judged.refusals] }
  }
}

const nothingVaries = (variate: Variate): Refusal[] =>
  (['association', 'weekday', 'trend'] as const).map((looked) =>
    untestable(looked, variate, 'no-variation', variate.grid.n),
  )

function kept<Key extends WeakKey, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
