import { MAD_TO_SD, medianAbsoluteDeviation, observed } from '../numerics/order-statistics.ts'

/** How days vary about their level, in the unit of the values. */
export interface DayNoise {
  /** Correlation of a day with the next, 0 to 0.95. */
  readonly phi: number
  /** Standard deviation of a day about its level. */
  readonly deviation: number
  /** Variance of the sum of many days in a row, divided by their number; squared unit. */
  readonly longRunVariance: number
}

const MOST_RAW_PHI = 0.9
const MOST_PHI = 0.95
/** Differences further away than this many of their standard deviations are drawn in. */
const WINSORISED_AT = 3

/** A mean square above this is no figure of days. */
const LARGEST = 1e200

/** With fewer days that follow a recorded one, the order of the records stands for the calendar. */
const LEAST_PAIRS = 20

/**
 * The noise of an AR(1) about a level that may move; undefined where days do not differ. One value a day, NaN: not
 * recorded; weekdays taken off before.
 *
 * Differences of days do not see the level: the mean square of y[t+k] - y[t] is 2 s^2 (1 - phi^k), and that of
 * y[t+2k] - y[t] is (1 + phi^k) times as much (Chakar, Lebarbier, Levy-Leduc & Robin 2017, Bernoulli 23:1408, for k = 1).
 * Mean squares are winsorised: of their ratio of median distances little can be said, which of 120 days with phi .3 and
 * three outliers makes more than .9. Of k = 1 and 2 the noise with the greater long-run variance is taken, because
 * rounding and errors of measuring hide from k = 1 how long days resemble each other.
 */
export function dayNoise(values: Float64Array): DayNoise | undefined {
  const recorded = observed(values)
  const n = recorded.length
  if (n < 5) return undefined
  const days = differences(values, 1).length < LEAST_PAIRS ? recorded : values
  const [one, two, four] = [1, 2, 4].map((lag) => winsorisedSquare(differences(days, lag))) as [number, number, number]
  const near = noiseFrom(one, two, 1, n)
  const far = noiseFrom(two, four, 2, n)
  return near !== undefined && far !== undefined && far.longRunVariance > near.longRunVariance ? far : (near ?? far)
}

/** From the mean squares of differences `lag` days apart and twice as far. */
function noiseFrom(square: number, further: number, lag: number, n: number): DayNoise | undefined {
  if (!(square > 0 && square < LARGEST && further < LARGEST)) return undefined
  const raw = Math.min(MOST_RAW_PHI, Math.max(0, further / square - 1) ** (1 / lag))
  // Raised by the bias of an autocorrelation about an estimated level (Marriott & Pope 1954, Biometrika 41:390).
  const phi = Math.min(MOST_PHI, (raw * n + 2.5) / (n - 3))
  const variance = square / 2 / (1 - phi ** lag)
  return { phi, deviation: Math.sqrt(variance), longRunVariance: (variance * (1 + phi)) / (1 - phi) }
}

function differences(values: Float64Array, lag: number): Float64Array {
  const found = new Float64Array(Math.max(0, values.length - lag))
  let n = 0
  for (let day = lag; day < values.length; day++) {
    const difference = (values[day] as number) - (values[day - lag] as number)
    if (!Number.isNaN(difference)) found[n++] = difference
  }
  return found.subarray(0, n)
}

/** Mean square, values that lie far from zero drawn in; NaN of nothing. */
function winsorisedSquare(values: Float64Array): number {
  const spread = MAD_TO_SD * medianAbsoluteDeviation(values, 0)
  const limit = spread > 0 ? WINSORISED_AT * spread : Number.POSITIVE_INFINITY
  let sum = 0
  for (const value of values) sum += Math.min(limit, Math.abs(value)) ** 2
  return sum / values.length
}
