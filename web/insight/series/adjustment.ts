import type { EpochDay } from '../../../shared/calendar/civil-date.ts'
import { autocorrelation } from './autocorrelation.ts'
import { type Design, designFor } from './design.ts'
import { fitGls, fittedValues } from './gls.ts'
import { drawSpikesIn } from './spikes.ts'
import { winsorise } from './winsorise.ts'

/** A series less its drifting level and its weekdays. Day `i` is entry `i`, NaN: not recorded. */
export interface Adjusted {
  /** What is left of each day, at most three deviations from the middle. */
  readonly residuals: Float64Array
  /** The days as recorded, slips drawn in. */
  readonly values: Float64Array
  /** What explains each day, recorded or not: with the residual it makes up the day. */
  readonly fitted: Float64Array
  readonly design: Design
  /** Columns of the design that the days determine. */
  readonly columns: number
  /** Autocorrelation of the residuals from a day to the next, 0 to 0.95. */
  readonly phi: number
  /** Days whose residual was drawn in. */
  readonly drawnIn: number
}

/** Standard deviations beyond which a residual says no more than one at that distance, where it is not said otherwise. */
const RESIDUAL_LIMIT = 3

/**
 * Takes level, drift and weekdays off by ordinary least squares. `values`: at least one recorded. `knots` 2 makes the
 * level one straight line however long the series.
 */
export function adjust(values: Float64Array, first: EpochDay, knots?: 2, limit = RESIDUAL_LIMIT): Adjusted {
  const design = designFor(values, first, knots)
  const held = drawSpikesIn(values)
  const fit = fitGls(held, design, 0)
  const fitted = fittedValues(fit)
  const { values: residuals, drawnIn } = winsorise(
    held.map((value, i) => value - (fitted[i] as number)),
    limit,
  )
  return {
    residuals,
    values: held,
    fitted,
    design,
    columns: fit.rank,
    phi: autocorrelation(residuals, fit.rank),
    drawnIn,
  }
}
