import { type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { Refusal } from '../analysis.ts'
import { observed } from '../numerics/order-statistics.ts'
import { adjust } from '../series/adjustment.ts'
import { MOST_AUTOCORRELATION } from '../series/autocorrelation.ts'
import { type DayGrid, windowOf } from '../series/day-grid.ts'

/** How the days of a metric vary about a drifting level, weekdays taken off. */
export interface DayVariation {
  readonly deviation: number
  /** Correlation of a day with the next, a standard error above its estimate. */
  readonly phi: number
  /** Degrees of freedom of `deviation`: days that resemble each other tell less of it. */
  readonly freedom: number
}

/** How long ago days still tell how days vary. */
export const VARIATION_DAYS = 365
const LEAST_DAYS = 21
const LEAST_FREEDOM = 3

/** From the 365 days that end with `to`, or why nothing can be said of them. */
export function dayVariation(grid: DayGrid, to: CivilDate): DayVariation | Pick<Refusal, 'reason' | 'n' | 'needed'> {
  const last = toEpochDay(to)
  const window = windowOf(grid, last - VARIATION_DAYS + 1, last)
  const n = observed(window).length
  if (n < LEAST_DAYS) return { reason: 'too-few-days', n, needed: LEAST_DAYS }
  const { residuals, columns, phi } = adjust(window, last - VARIATION_DAYS + 1)
  const squares = observed(residuals).reduce((sum, value) => sum + value * value, 0)
  if (!(squares > 0) || n <= columns) return { reason: 'no-variation', n }
  // Too low an estimate would tell differences that are not there.
  const cautious = Math.min(MOST_AUTOCORRELATION, phi + Math.sqrt((1 - phi * phi) / n))
  return {
    deviation: Math.sqrt(squares / (n - columns)),
    phi: cautious,
    freedom: Math.max(LEAST_FREEDOM, (n * (1 - cautious)) / (1 + cautious) - 2),
  }
}
