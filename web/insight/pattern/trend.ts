import type { CivilDate, EpochDay } from '../../../shared/calendar/civil-date.ts'
import { toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { tQuantile, tTwoSided } from '../numerics/student-t.ts'
import { theilSenSlope } from '../numerics/theil-sen.ts'
import { adjust } from '../series/adjustment.ts'
import { autocorrelationWithin } from '../series/autocorrelation.ts'
import { windowOf } from '../series/day-grid.ts'
import { fitGls } from '../series/gls.ts'
import type { Variate } from './variate.ts'

/** Whether a variate moved over the last days. */
export interface TrendTest {
  readonly y: Variate
  readonly windowDays: number
  readonly n: number
  readonly first: EpochDay
  readonly last: EpochDay
  /** Change a week, its 95 % interval, and its standard error. */
  readonly slope: number
  readonly ci95: readonly [low: number, high: number]
  readonly error: number
  readonly freedom: number
  readonly p: number
  /** Change a week by the median of the slopes between all pairs of days. */
  readonly robustSlope: () => number
}

export interface NoTrend {
  readonly reason: 'too-few-days' | 'no-variation' | 'stale'
  readonly n: number
  readonly needed: number
}

/** Longest first: the first that is recorded well enough is the one that is tested. */
const WINDOWS = [365, 90, 30] as const
const SHORTEST = 30
const COVERAGE = 0.6
const FEWEST_DAYS = 21

/**
 * t test of the slope over the longest window of 365, 90 or 30 days before today of which 60 % are recorded, by
 * generalised least squares on a line and weekdays. The autocorrelation is that of what the line leaves in the window, so
 * that a level that wanders makes no trend, one standard error up.
 */
export function testTrend(y: Variate, today: CivilDate): TrendTest | NoTrend {
  const yesterday = toEpochDay(today) - 1
  for (const days of WINDOWS) {
    const first = yesterday - days + 1
    const values = windowOf(y.grid, first, yesterday)
    const n = values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
    if (n >= FEWEST_DAYS && n >= COVERAGE * days) return slopeIn(y, values, first, n)
    if (days === SHORTEST) {
      return { reason: n === 0 ? 'stale' : 'too-few-days', n, needed: FEWEST_DAYS }
    }
  }
  return { reason: 'too-few-days', n: 0, needed: FEWEST_DAYS }
}

function slopeIn(y: Variate, values: Float64Array, first: EpochDay, n: number): TrendTest | NoTrend {
  const { values: held, design, phi } = adjust(values, first, 2)
  const fit = fitGls(held, design, autocorrelationWithin(phi, n).upper)
  const days = values.length
  const week = 7 / (days - 1)
  const contrast = new Float64Array(design.columns)
  contrast[0] = -week
  contrast[1] = week
  const error = Math.sqrt((fit.residual / fit.freedom) * fit.varianceFactor(contrast))
  if (!(error > 0)) return { reason: 'no-variation', n, needed: n }
  const slope = week * ((fit.coefficients[1] as number) - (fit.coefficients[0] as number))
  const half = error * tQuantile(0.975, fit.freedom)
  const recorded = (from: number, step: number) => {
    let day = from
    while (Number.isNaN(values[day])) day += step
    return first + day
  }
  return {
    y,
    windowDays: days,
    n,
    first: recorded(0, 1),
    last: recorded(days - 1, -1),
    slope,
    ci95: [slope - half, slope + half],
    error,
    freedom: fit.freedom,
    p: tTwoSided(slope / error, fit.freedom),
    robustSlope: () => 7 * theilSenSlope(values),
  }
}
