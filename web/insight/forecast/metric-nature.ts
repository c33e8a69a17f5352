import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'

/** What is known of a metric before any of a person's days. */
export interface MetricNature {
  /** No value is below or above. */
  readonly least: number
  readonly most: number
  /** How much of a forecast is the model that returns to a mean, to one part of the one that stays, before either did better. */
  readonly returningPart: number
}

const RETURNING_PART = 2
/** A mass is a store: it stays where it got to until more or less goes in. */
const RETURNING_PART_OF_MASS = 0.4

/**
 * The bounds of a metric of the catalogue; of any other, nothing below zero where nothing below zero was ever recorded.
 * What was recorded is possible, whatever the catalogue says.
 */
export function natureOf(metric: string, values: Float64Array): MetricNature {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const known = BUILT_IN_METRICS.find(({ id }) => id === metric)
  return {
    least: known === undefined ? (least < 0 ? Number.NEGATIVE_INFINITY : 0) : Math.min(known.min, least),
    most: known === undefined ? Number.POSITIVE_INFINITY : Math.max(known.max, most),
    returningPart: known?.quantity === 'mass' ? RETURNING_PART_OF_MASS : RETURNING_PART,
  }
}
