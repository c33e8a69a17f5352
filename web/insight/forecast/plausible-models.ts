import type { FittingDays } from './fitting-days.ts'
import type { LevelModel } from './level-filter.ts'
import { LOG_RATIOS, likelihoodOf, localModel, presentCentre, RETURNING_MODELS } from './model-likelihood.ts'

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

const STEP = 0.5

/** Every model of both kinds with its weight, for where it matters how little the days say of which it is. */
export function plausibleModels(days: FittingDays): {
  readonly local: readonly PlausibleModel[]
  readonly returning: readonly PlausibleModel[]
} {
  const steps = (LOG_RATIOS.most - LOG_RATIOS.least) / STEP
  const local = Array.from({ length: steps + 1 }, (_, step) => localModel(LOG_RATIOS.least + step * STEP))
  return {
    local: weighed(local, days, days.centre),
    returning: weighed(RETURNING_MODELS, days, presentCentre(days)),
  }
}

function weighed(models: readonly LevelModel[], days: FittingDays, centre: Float64Array): PlausibleModel[] {
  const likelihoods = models.map((model) => ({ model, ...likelihoodOf(model, days, centre) }))
  const best = Math.max(...likelihoods.map(({ worth }) => worth))
  const total = likelihoods.reduce((sum, { worth }) => sum + Math.exp(worth - best), 0)
  return likelihoods.map(({ model, level, variance, noise, worth }) => ({
    model,
    level,
    variance,
    noise,
    weight: Math.exp(worth - best) / total,
  }))
}
