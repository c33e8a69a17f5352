import { type CivilDate, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { NotEnoughData } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import type { Forecast } from '../forecast.ts'
import { METHOD_VERSION } from '../method-version.ts'
import { type DayGrid, dateOf, gridBefore, windowOf } from '../series/day-grid.ts'
import { backTest } from './back-test.ts'
import { daysAhead } from './days-ahead.ts'
import { natureOf } from './metric-nature.ts'

export interface ForecastOptions {
  /** Days to forecast, the first of them `today`; at least 1, at most 366. */
  readonly horizon: number
  /** Not over yet, so nothing recorded on it or after it is looked at. */
  readonly today: CivilDate
  /** Not looked at, as nothing is drawn by lot; here so that whoever asks need not know. */
  readonly seed?: number
}

/** Values it takes in the days before today, and how old the last of them may be. */
export const FEWEST_LATE_VALUES = 14
export const LATE_DAYS = 60
export const OLDEST_LAST_VALUE = 14
const MOST_DAYS = 366

/**
 * What is to be expected of the days from today on, with bands that hold 80 and 95 of 100 such days, from the person's
 * own last two years. A weighted average of a local level and of a level that returns to the mean of the last months
 * (Harvey 1989; combining: Bates and Granger 1969 Operational Research Quarterly 20:451), with shrunk weekday effects and
 * no trend drawn on; where values repeat, the last or the usual value if that has done better. Nothing is drawn by lot,
 * so equal days give equal forecasts.
 */
export function forecast(series: DailySeries, { horizon, today }: ForecastOptions): Forecast | NotEnoughData {
  const grid = gridBefore(series, today)
  if (grid === undefined)
    return { kind: 'not-enough-data', metric: series.metric, reason: 'no-days', n: 0, needed: FEWEST_LATE_VALUES }
  const refused = refusalOf(grid, today)
  if (refused !== undefined) return refused

  const { metric, first, values, n } = grid
  const skipped = toEpochDay(today) - (first + values.length)
  const length = Math.max(1, Math.min(MOST_DAYS, Math.floor(horizon) || 1))
  const nature = natureOf(metric, values)
  const { mean, lo80, hi80, lo95, hi95, kind } = daysAhead(values, skipped, length, nature)
  return {
    kind: 'forecast',
    metric,
    date: Array.from({ length }, (_, index) => fromEpochDay(toEpochDay(today) + index)),
    mean,
    lo80,
    hi80,
    lo95,
    hi95,
    n,
    lastObserved: dateOf(grid, values.length - 1),
    method: kind,
    version: METHOD_VERSION,
    backtest: backTest(values, nature),
  }
}

/** Why days to come cannot be told from these, or undefined where they can. */
export function refusalOf(grid: DayGrid, today: CivilDate): NotEnoughData | undefined {
  const lastDay = grid.first + grid.values.length - 1
  const day = toEpochDay(today)
  let late = 0
  for (const value of windowOf(grid, day - LATE_DAYS, day - 1)) if (!Number.isNaN(value)) late++
  const isStale = day - lastDay > OLDEST_LAST_VALUE
  if (late >= FEWEST_LATE_VALUES && !isStale) return undefined
  return {
    kind: 'not-enough-data',
    metric: grid.metric,
    reason: isStale ? 'stale' : 'too-few-days',
    n: grid.n,
    needed: Math.max(1, FEWEST_LATE_VALUES - late),
    lastObserved: dateOf(grid, grid.values.length - 1),
  }
}
