import type { FittingDays } from './fitting-days.ts'
import { type FilteredLevel, filterLevel, type LevelModel, type LevelPrior, stationaryPrior } from './level-filter.ts'

/** The logarithms of the ratio of a move's variance to a day's noise that are looked at for a level that stays. */
export const LOG_RATIOS = { least: -9, most: 4 }
/** A level is likeliest to move by a fifth of a day's noise a day; its prior says so weakly. */
const USUAL_LOG_RATIO = -3
const PRIOR_WEIGHT = 0.1
/** So wide that the first value says where the level is. */
const UNKNOWN = 1e7

/** A level that stays where it got to, its moves in the given logarithm of a ratio to a day's noise. */
export const localModel = (logRatio: number): LevelModel => ({ phi: 1, move: Math.exp(logRatio), noise: 1 })

/** Levels that return to the mean of the last months, within a day or within some months. */
export const RETURNING_MODELS: readonly LevelModel[] = [0.3, 0.6, 0.8, 0.9, 0.95, 0.98].flatMap((phi) =>
  [-4, -3, -2, -1, 0, 1, 2].map((logRatio) => ({ phi, move: Math.exp(logRatio), noise: 1 })),
)

export interface Likelihood extends FilteredLevel {
  /** Log likelihood less a constant, with the prior, the noise of a day being whatever makes it greatest. */
  readonly worth: number
  /** That noise: its variance, in the unit of the values squared. */
  readonly noise: number
}

/** How likely a model makes the days (concentrated likelihood; Harvey 1989, section 3.4). `centre`: what it returns to, a day. */
export function likelihoodOf(model: LevelModel, { cleaned }: FittingDays, centre: Float64Array): Likelihood {
  const filtered = filterLevel(cleaned, centre, model, priorOf(model, cleaned, centre))
  const stays = model.phi === 1
  // Of a level that stays the first value is spent on where it is.
  const free = Math.max(1, filtered.n - (stays ? 1 : 0))
  const noise = filtered.squares / free
  const prior = stays ? -PRIOR_WEIGHT * (Math.log(model.move) - USUAL_LOG_RATIO) ** 2 : 0
  const worth = -0.5 * (free * Math.log(noise + Number.MIN_VALUE) + filtered.logVariances) + prior
  return { ...filtered, noise, worth }
}

/** Where a model holds the level to be before the first day. */
export function priorOf(model: LevelModel, cleaned: Float64Array, centre: Float64Array): LevelPrior {
  return model.phi === 1
    ? { level: cleaned[0] as number, variance: UNKNOWN }
    : stationaryPrior(model, centre[0] as number)
}

/** The present mean on every day: models are compared around it, and followed around what was known on each day. */
export const presentCentre = ({ cleaned, centre }: FittingDays): Float64Array =>
  new Float64Array(cleaned.length).fill(centre[cleaned.length] as number)
