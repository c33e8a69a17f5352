import type { FittingDays } from './fitting-days.ts'
import { filterLevel, type LevelModel } from './level-filter.ts'
import { LOG_RATIOS, likelihoodOf, localModel, presentCentre, priorOf, RETURNING_MODELS } from './model-likelihood.ts'

/** A model of the level, its variances relative to the noise of a day, as it is likeliest for some days. */
export interface FittedModel {
  readonly model: LevelModel
  /** Of each day, the level once the day was seen, from that day and earlier ones. */
  readonly level: Float64Array
  /** Variance of the level after the last day. */
  readonly variance: number
}

export interface FittedModels {
  /** The level stays where it got to. */
  readonly local: FittedModel
  /** The level returns to the mean of the last months. */
  readonly returning: FittedModel
}

/** The likeliest model of each kind: the local level's ratio by golden section, the other from a grid. */
export function fitModels(days: FittingDays): FittedModels {
  const logRatio = maximise((tried) => likelihoodOf(localModel(tried), days, days.centre).worth)
  return { local: followed(localModel(logRatio), days), returning: followed(likeliestReturning(days), days) }
}

/** Levels around the mean that was known on each day, so that past errors are those the model would have made. */
function followed(model: LevelModel, { cleaned, centre }: FittingDays): FittedModel {
  const level = new Float64Array(cleaned.length)
  const { variance } = filterLevel(cleaned, centre, model, priorOf(model, cleaned, centre), undefined, level)
  return { model, level, variance }
}

function likeliestReturning(days: FittingDays): LevelModel {
  const centre = presentCentre(days)
  let likeliest = RETURNING_MODELS[0] as LevelModel
  let best = Number.NEGATIVE_INFINITY
  for (const model of RETURNING_MODELS) {
    const { worth } = likelihoodOf(model, days, centre)
    if (worth > best) {
      best = worth
      likeliest = model
    }
  }
  return likeliest
}

const GOLDEN = (Math.sqrt(5) - 1) / 2
const STEPS = 14

function maximise(worthOf: (logRatio: number) => number): number {
  let { least: low, most: high } = LOG_RATIOS
  let left = high - GOLDEN * (high - low)
  let right = low + GOLDEN * (high - low)
  let worthLeft = worthOf(left)
  let worthRight = worthOf(right)
  for (let step = 0; step < STEPS; step++) {
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
