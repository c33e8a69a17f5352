import type { FittingDays } from './fitting-days.ts'
import { type FilteredLevel, filterLevel, type LevelModel, stationaryPrior } from './level-filter.ts'

/** A model of the level, its variances relative to the noise of a day, as it is likeliest for some days. */
export interface FittedModel {
  readonly model: LevelModel
  /** Of each day, the level once the day was seen, from that day and earlier ones. */
  readonly level: Float64Array
  /** Variance of the level after the last day, and of a day's noise in the unit of the values squared. */
  readonly variance: number
  readonly noise: number
}

export interface FittedModels {
  /** The level stays where it got to. */
  readonly local: FittedModel
  /** The level returns to the mean of the last months. */
  readonly returning: FittedModel
}

const GOLDEN = (Math.sqrt(5) - 1) / 2
const LOG_RATIOS = { least: -9, most: 4, steps: 14 }
/** A level that is likeliest to move by a fifth of a day's noise a day, and says so weakly. */
const USUAL_LOG_RATIO = -3
const PRIOR_WEIGHT = 0.1
const localPenalty = (logRatio: number) => PRIOR_WEIGHT * (logRatio - USUAL_LOG_RATIO) ** 2
/** So wide that the first value says where the level is. */
const UNKNOWN = 1e7

const RETURNS = [0.3, 0.6, 0.8, 0.9, 0.95, 0.98]
const RETURN_LOG_RATIOS = [-4, -3, -2, -1, 0, 1, 2]

export function fitModels(days: FittingDays): FittedModels {
  return { local: fitLocal(days), returning: fitReturning(days) }
}

/** A model that some days may have come from, and where it would leave the level. */
export interface PlausibleModel {
  readonly model: LevelModel
  /** Of the level after the last day, its mean and its variance relative to a day's noise. */
  readonly level: number
  readonly variance: number
  /** Variance of a day's noise, in the unit of the values squared. */
  readonly noise: number
  /** How plausible it is among those of its kind; they sum to 1. */
  readonly weight: number
}

/** Every model of a grid with its weight, for where it matters how little the days say of which it is. */
export function plausibleModels({ cleaned, centre }: FittingDays): {
  readonly local: readonly PlausibleModel[]
  readonly returning: readonly PlausibleModel[]
} {
  const unknown = { level: cleaned[0] as number, variance: UNKNOWN }
  const local: Weighed[] = []
  for (let logRatio = LOG_RATIOS.least; logRatio <= LOG_RATIOS.most; logRatio += 0.5) {
    const model = { phi: 1, move: Math.exp(logRatio), noise: 1 }
    const filtered = filterLevel(cleaned, centre, model, unknown)
    local.push({ model, filtered, spent: 1, worth: concentrated(filtered, 1) - localPenalty(logRatio) })
  }
  const mean = centre[cleaned.length] as number
  const present = new Float64Array(cleaned.length).fill(mean)
  const returning = RETURNS.flatMap((phi) =>
    RETURN_LOG_RATIOS.map((logRatio): Weighed => {
      const model = { phi, move: Math.exp(logRatio), noise: 1 }
      const filtered = filterLevel(cleaned, present, model, stationaryPrior(model, mean))
      return { model, filtered, spent: 0, worth: concentrated(filtered, 0) }
    }),
  )
  return { local: weights(local), returning: weights(returning) }
}

interface Weighed {
  readonly model: LevelModel
  readonly filtered: FilteredLevel
  readonly spent: number
  readonly worth: number
}

function weights(models: readonly Weighed[]): PlausibleModel[] {
  const best = Math.max(...models.map(({ worth }) => worth))
  const total = models.reduce((sum, { worth }) => sum + Math.exp(worth - best), 0)
  return models.map(({ model, filtered: { level, variance, squares, n }, spent, worth }) => ({
    model,
    level,
    variance,
    noise: squares / Math.max(1, n - spent),
    weight: Math.exp(worth - best) / total,
  }))
}

/** The local level model, its ratio of variances by golden section on the concentrated likelihood (Harvey 1989). */
function fitLocal({ cleaned, centre }: FittingDays): FittedModel {
  const prior = { level: cleaned[0] as number, variance: UNKNOWN }
  const modelOf = (logRatio: number) => ({ phi: 1, move: Math.exp(logRatio), noise: 1 })
  const worthOf = (logRatio: number) =>
    // The first value is spent on the level.
    concentrated(filterLevel(cleaned, centre, modelOf(logRatio), prior), 1) - localPenalty(logRatio)
  const model = modelOf(maximise(worthOf))
  const level = new Float64Array(cleaned.length)
  const filtered = filterLevel(cleaned, centre, model, prior, undefined, level)
  return { model, level, variance: filtered.variance, noise: filtered.squares / Math.max(1, filtered.n - 1) }
}

/**
 * An autoregression of order 1 under noise, the likeliest of a grid. It is chosen around the present mean, and followed
 * around the mean that was known on each day, so that its past errors are those it would have made.
 */
function fitReturning({ cleaned, centre }: FittingDays): FittedModel {
  const mean = centre[cleaned.length] as number
  const present = new Float64Array(cleaned.length).fill(mean)
  let model: LevelModel = { phi: RETURNS[0] as number, move: 1, noise: 1 }
  let best = Number.NEGATIVE_INFINITY
  for (const phi of RETURNS)
    for (const logRatio of RETURN_LOG_RATIOS) {
      const tried = { phi, move: Math.exp(logRatio), noise: 1 }
      const worth = concentrated(filterLevel(cleaned, present, tried, stationaryPrior(tried, mean)), 0)
      if (worth > best) {
        best = worth
        model = tried
      }
    }
  const level = new Float64Array(cleaned.length)
  const filtered = filterLevel(cleaned, centre, model, stationaryPrior(model, centre[0] as number), undefined, level)
  return { model, level, variance: filtered.variance, noise: filtered.squares / Math.max(1, filtered.n) }
}

/** Log likelihood less a constant, the noise of a day being whatever makes it greatest. */
function concentrated({ n, squares, logVariances }: FilteredLevel, spent: number): number {
  const free = n - spent
  return free <= 0 ? 0 : -0.5 * (free * Math.log(squares / free + Number.MIN_VALUE) + logVariances)
}

function maximise(worthOf: (logRatio: number) => number): number {
  let { least: low, most: high } = LOG_RATIOS
  let left = high - GOLDEN * (high - low)
  let right = low + GOLDEN * (high - low)
  let worthLeft = worthOf(left)
  let worthRight = worthOf(right)
  for (let step = 0; step < LOG_RATIOS.steps; step++) {
    if (worthLeft < worthRight) {
      low = left
      left = right
      worthLeft = worthRight
      right = low + GOLDEN * (high - low)
      worthRight = worthOf(right)
    } else {
      high = right
      right = left
      worthRight = worthLeft
      left = high - GOLDEN * (high - low)
      worthLeft = worthOf(left)
    }
  }
  return (low + high) / 2
}
