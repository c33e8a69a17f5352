/**
 * The level of a series: `level[t+1] = centre[t+1] + phi * (level[t] - centre[t+1]) + move`, of which each day shows
 * `value = level + noise`. With `phi` 1 it is the local level model, with less an autoregression of order 1 under noise.
 * Variances are in units of one another's choosing: with `noise` 1, `move` is their ratio.
 */
export interface LevelModel {
  readonly phi: number
  /** Variance of a day's move, and of a day's noise. */
  readonly move: number
  readonly noise: number
}

/** What the level is held to be, and the variance of that, before any day is seen. */
export interface LevelPrior {
  readonly level: number
  readonly variance: number
}

export interface FilteredLevel {
  /** After the last day, with what that day showed. */
  readonly level: number
  readonly variance: number
  /** Days with a value. */
  readonly n: number
  /** Sum of squared one-step errors, each divided by its variance, and the sum of the logarithms of those variances. */
  readonly squares: number
  readonly logVariances: number
}

/**
 * Kalman's filter with gaps (Harvey 1989, section 3.2) over one value a day, NaN where there is none. `centre` is what
 * the level returns to on each day; with `phi` 1 it is not looked at. Where given, `expected` receives the level each
 * day was expected to have and `after` the level once the day was seen.
 */
export function filterLevel(
  values: Float64Array,
  centre: Float64Array,
  { phi, move, noise }: LevelModel,
  prior: LevelPrior,
  expected?: Float64Array,
  after?: Float64Array,
): FilteredLevel {
  let { level, variance } = prior
  let n = 0
  let squares = 0
  let logVariances = 0
  // A logarithm of many variances at once: logarithms took half of the time.
  let product = 1
  for (let day = 0; day < values.length; day++) {
    if (day > 0) {
      if (phi !== 1) {
        const mean = centre[day] as number
        level = mean + phi * (level - mean)
      }
      variance = phi * phi * variance + move
    }
    if (expected !== undefined) expected[day] = level
    const value = values[day] as number
    if (!Number.isNaN(value)) {
      const error = value - level
      const spread = variance + noise
      const gain = variance / spread
      level += gain * error
      variance *= 1 - gain
      n++
      squares += (error * error) / spread
      product *= spread
      if (product > LARGE || product < SMALL) {
        logVariances += Math.log(product)
        product = 1
      }
    }
    if (after !== undefined) after[day] = level
  }
  return { level, variance, n, squares, logVariances: logVariances + Math.log(product) }
}

const LARGE = 1e100
const SMALL = 1e-100

/** The prior of a stationary model: the centre of the first day, and the variance the level has in the long run. */
export function stationaryPrior({ phi, move }: LevelModel, centre: number): LevelPrior {
  return { level: centre, variance: move / (1 - phi * phi) }
}

/** Gaussian log likelihood of the days that were filtered, at the variances of the model. */
export function logLikelihood({ n, squares, logVariances }: FilteredLevel): number {
  return -0.5 * (n * Math.log(2 * Math.PI) + logVariances + squares)
}
