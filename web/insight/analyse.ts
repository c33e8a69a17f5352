import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Analysis, Comparison, NotEnoughData, Refusal } from './analysis.ts'
import { type Changes, changesOf } from './change/changes.ts'
import { comparisons } from './comparison/comparisons.ts'
import type { DailySeries } from './daily-series.ts'
import { forecast } from './forecast/forecast-days.ts'
import { oneStepResiduals } from './forecast/one-step.ts'
import type { Forecast } from './forecast.ts'
import { METHOD_VERSION } from './method-version.ts'
import type { Patterns } from './pattern/engine.ts'
import { createPatternScan, type PatternScan } from './pattern/scan.ts'
import { type DayGrid, dateOf, gridBefore, sameGrid } from './series/day-grid.ts'

export interface AnalyseOptions {
  /** Not over yet, so that it is not looked at, nor is any day after it. */
  readonly today: CivilDate
  /** Of what is found, the share that may be there by chance, on average over people; 0.05 when left out. */
  readonly alpha?: number
}

export type Analyser = (series: readonly DailySeries[], options: AnalyseOptions) => Analysis

/** Days that are forecast of every metric. */
const HORIZON = 30

/**
 * What a person's days say. One metric stands in `series` once; of a second one of the same name nothing is read. Never
 * throws for what the values are: what could not be looked for is among the refusals.
 */
export function analyse(series: readonly DailySeries[], options: AnalyseOptions): Analysis {
  return createAnalyser()(series, options)
}

/** The patterns of `analyse` alone, with what was refused of them. */
export function findPatterns(
  series: readonly DailySeries[],
  { today, alpha = DEFAULT_ALPHA }: AnalyseOptions,
): Patterns {
  const grids = once(series).flatMap((each) => gridBefore(each, today) ?? [])
  return createPatternScan()(grids, { today, alpha })
}

/**
 * `analyse` for somebody who asks again: what did not change since the last time is not worked out again. After an edit
 * of one metric only that metric, and what it goes with, is. Answers are equal to those of `analyse`.
 */
export function createAnalyser(): Analyser {
  const grids = new Map<string, DayGrid>()
  const scan = createPatternScan()
  const lookAt = createMetricLook()

  /** The grid of the last time where it says the same. */
  const gridOf = (series: DailySeries, today: CivilDate): DayGrid | undefined => {
    const grid = gridBefore(series, today)
    if (grid === undefined) return undefined
    const last = grids.get(grid.metric)
    if (last !== undefined && sameGrid(last, grid)) return last
    grids.set(grid.metric, grid)
    return grid
  }

  return (series, { today, alpha = DEFAULT_ALPHA }) => {
    const metrics = once(series).map((each) => ({ metric: each.metric, grid: gridOf(each, today) }))
    return compose(metrics, { scan, lookAt }, { today, alpha })
  }
}

const DEFAULT_ALPHA = 0.05

interface Parts {
  readonly scan: PatternScan
  readonly lookAt: MetricLook
}

function compose(
  metrics: readonly { metric: string; grid: DayGrid | undefined }[],
  { scan, lookAt }: Parts,
  options: Required<AnalyseOptions>,
): Analysis {
  const { today } = options
  const patterns = scan(
    metrics.flatMap(({ grid }) => grid ?? []),
    options,
  )
  const looks = metrics.map(({ metric, grid }) => (grid === undefined ? nothingIn(metric, today) : lookAt(grid, today)))
  return {
    version: METHOD_VERSION,
    today,
    findings: patterns.findings,
    maybe: patterns.maybe,
    refusals: [...patterns.refusals, ...looks.flatMap(({ refusals }) => refusals)],
    changes: looks.flatMap(({ changes }) => changes),
    anomalies: looks.flatMap(({ anomalies }) => anomalies),
    alerts: looks.flatMap(({ alerts }) => alerts),
    comparisons: looks.flatMap((look) => look.comparisons),
    forecasts: looks.map((look) => look.forecast),
  }
}

/** What is looked for in one metric by itself, besides its patterns. */
interface Look extends Changes {
  readonly comparisons: readonly Comparison[]
  readonly forecast: Forecast | NotEnoughData
}

type MetricLook = (grid: DayGrid, today: CivilDate) => Look

/** Keeps the last look at a grid, and what of it does not depend on the day for the next day. */
function createMetricLook(): MetricLook {
  const changes = new WeakMap<DayGrid, Changes>()
  const looks = new WeakMap<DayGrid, { readonly today: CivilDate; readonly look: Look }>()
  return (grid, today) => {
    const last = looks.get(grid)
    if (last?.today === today) return last.look
    const { metric, values } = grid
    const series = { metric, start: dateOf(grid, 0), values }
    const moved = changes.get(grid) ?? changesOf(grid, oneStepResiduals(series))
    changes.set(grid, moved)
    const compared = comparisons(grid, today)
    const look = {
      ...moved,
      refusals: 'reason' in compared ? [...moved.refusals, compared] : moved.refusals,
      comparisons: 'reason' in compared ? [] : compared,
      forecast: forecast(series, { horizon: HORIZON, today }),
    }
    looks.set(grid, { today, look })
    return look
  }
}

function nothingIn(metric: string, today: CivilDate): Look {
  const looked = ['association', 'weekday', 'trend', 'change', 'anomaly', 'comparison'] as const
  return {
    changes: [],
    anomalies: [],
    alerts: [],
    comparisons: [],
    refusals: looked.map((each): Refusal => ({ looked: each, metricY: metric, reason: 'too-few-days', n: 0 })),
    forecast: forecast({ metric, start: addDays(today, -1), values: new Float64Array(0) }, { horizon: HORIZON, today }),
  }
}

function once(series: readonly DailySeries[]): DailySeries[] {
  const seen = new Set<string>()
  return series.filter(({ metric }) => !seen.has(metric) && seen.add(metric))
}
