import { fUpperTail } from '../numerics/f-distribution.ts'
import { tQuantile } from '../numerics/student-t.ts'
import { autocorrelationWithin } from '../series/autocorrelation.ts'
import { fitGls } from '../series/gls.ts'
import type { Variate } from './variate.ts'

/** Whether a variate differs by weekday. */
export interface WeekdayTest {
  readonly y: Variate
  readonly n: number
  readonly p: number
  /** Difference of each weekday from the mean of the seven, Monday first. */
  readonly byWeekday: readonly number[]
  /** The weekday that differs most, 0: Monday; its interval holds for whichever of the seven it would have been. */
  readonly most: number
  readonly ci95: readonly [low: number, high: number]
  /** Standard error of a weekday's difference, of the one that differs most. */
  readonly error: number
  readonly freedom: number
}

const FEWEST_DAYS = 28
/** Fewer do not tell the autocorrelation; with none the test is right or finds too little, since weekdays change fast. */
const FEWEST_FOR_AUTOCORRELATION = 56

/**
 * F test of the six weekday columns beside the drifting level, by generalised least squares with an autocorrelation one
 * standard error below the estimate: weekdays change fast, and too high a one takes fast changes for rare. The interval
 * is Bonferroni's over the seven weekdays.
 */
export function testWeekdays(y: Variate): WeekdayTest | { n: number; needed: number } {
  const { adjusted, grid } = y
  const { design } = adjusted
  if (grid.n < FEWEST_DAYS || !design.hasWeekdays) return { n: grid.n, needed: Math.max(FEWEST_DAYS, grid.n + 1) }
  const phi = grid.n < FEWEST_FOR_AUTOCORRELATION ? 0 : autocorrelationWithin(adjusted.phi, grid.n).lower
  const fit = fitGls(adjusted.values, design, phi)
  const variance = fit.residual / fit.freedom
  const explained = fit.explained.subarray(design.knots).reduce((sum, value) => sum + value, 0)
  const effects = [...fit.coefficients.subarray(design.knots), 0]
  const mean = effects.reduce((sum, value) => sum + value, 0) / 7
  const byWeekday = effects.map((value) => value - mean)
  const most = byWeekday.reduce((best, value, i) => (Math.abs(value) > Math.abs(byWeekday[best] ?? 0) ? i : best), 0)
  const contrast = new Float64Array(design.columns).fill(-1 / 7, design.knots)
  if (most < 6) contrast[design.knots + most] = 6 / 7
  const error = Math.sqrt(variance * fit.varianceFactor(contrast))
  const half = error * tQuantile(1 - 0.025 / 7, fit.freedom)
  const effect = byWeekday[most] ?? 0
  return {
    y,
    n: grid.n,
    p: fUpperTail(explained / 6 / variance, 6, fit.freedom),
    byWeekday,
    most,
    ci95: [effect - half, effect + half],
    error,
    freedom: fit.freedom,
  }
}
