import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Analysis, Refusal } from './analysis.ts'
import type { DailySeries } from './daily-series.ts'
import { METHOD_VERSION } from './method-version.ts'
import { createPatternScan } from './pattern/scan.ts'
import { type DayGrid, gridBefore, sameGrid } from './series/day-grid.ts'

export interface AnalyseOptions {
  /** Not over yet, so that it is not looked at, nor is any day after it. */
  readonly today: CivilDate
  /** Of what is found, the share that may be there by chance, on average over people; 0.05 when left out. */
  readonly alpha?: number
}

export type Analyser = (series: readonly DailySeries[], options: AnalyseOptions) => Analysis

/**
 * What a person's days say. One metric stands in `series` once; of a second one of the same name nothing is read. Never
 * throws for what the values are: what could not be looked for is among the refusals.
 */
export function analyse(series: readonly DailySeries[], options: AnalyseOptions): Analysis {
  return createAnalyser()(series, options)
}

/**
 * The same for somebody who asks again: what did not change since the last time is not worked out again. After an edit of
 * one metric only that metric, and what it goes with, is. Answers are equal to those of `analyse`.
 */
export function createAnalyser(): Analyser {
  const grids = new Map<string, DayGrid>()
  const scan = createPatternScan()

  /** The grid of the last time where it says the same. */
  const gridOf = (series: DailySeries, today: CivilDate): DayGrid | undefined => {
    const grid = gridBefore(series, today)
    if (grid === undefined) return undefined
    const last = grids.get(grid.metric)
    if (last !== undefined && sameGrid(last, grid)) return last
    grids.set(grid.metric, grid)
    return grid
  }

  return (series, { today, alpha = 0.05 }) => {
    const present: DayGrid[] = []
    const refusals: Refusal[] = []
    const seen = new Set<string>()
    for (const each of series) {
      if (seen.has(each.metric)) continue
      seen.add(each.metric)
      const grid = gridOf(each, today)
      if (grid === undefined) refusals.push(...noDays(each.metric))
      else present.push(grid)
    }
    const patterns = scan(present, { today, alpha })
    return {
      version: METHOD_VERSION,
      today,
      findings: patterns.findings,
      maybe: patterns.maybe,
      refusals: [...refusals, ...patterns.refusals],
      changes: [],
      anomalies: [],
      alerts: [],
      comparisons: [],
      forecasts: [],
    }
  }
}

const noDays = (metricY: string): Refusal[] =>
  (['association', 'weekday', 'trend'] as const).map((looked) => ({
    looked,
    metricY,
    reason: 'too-few-days',
    n: 0,
  }))
