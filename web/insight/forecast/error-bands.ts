import { quantileOfSorted } from '../numerics/order-statistics.ts'
import { tQuantile } from '../numerics/student-t.ts'
import type { FittedModel } from './fit-models.ts'
import { type FittingDays, weekdayAt } from './fitting-days.ts'
import { type ChosenGuess, firstJudged } from './guess.ts'

/** How far a value may lie from its guess, the steps ahead as index less one; each rises or stays. */
export interface ErrorBands {
  /** Distances below and above the guess that hold 80 and 95 of 100 values; low ones are zero or negative. */
  readonly low80: Float64Array
  readonly high80: Float64Array
  readonly low95: Float64Array
  readonly high95: Float64Array
}

/** Errors of so many days back and of so many steps ahead are looked at; farther ahead their growth is the models'. */
const JUDGED_DAYS = 365
const JUDGED_STEPS = 30
/** Errors a few steps ahead say how errors are spread, beside their size. */
const POOLED_STEPS = 7
/** So many days of errors count as much as what is expected of any series. */
const PRIOR_DAYS = 12
const PRIOR_SHAPE_DAYS = 100
/** Variance grows by at least so much a step. */
const LEAST_GROWTH = 0.01
/** Parameters that were fitted on the errors themselves. */
const FITTED = 6

/**
 * Bands from the errors such guesses would have made on the last year's days. Their size a step ahead is drawn towards
 * that of one step, grown as the models say, by as much as few errors say little; their shape is that of the errors
 * themselves, drawn towards Student's t. Intervals from past errors: Hyndman and Athanasopoulos, Forecasting: Principles
 * and Practice, section 5.5; widened at 95 % for what is not known of few days.
 */
export function errorBands(days: FittingDays, chosen: ChosenGuess, horizon: number): ErrorBands {
  const errors = pastErrors(days, chosen, Math.min(horizon, JUDGED_STEPS))
  const spread = spreads(errors, days, chosen, horizon)
  const pooled = pooledShape(errors, spread)

  const judged = Math.min(days.n, JUDGED_DAYS)
  const freedom = Math.max(3, judged - FITTED)
  const shapeDays = pooled.length / POOLED_STEPS
  const own = shapeDays / (shapeDays + PRIOR_SHAPE_DAYS)
  const at = (share: number) => {
    const usual = tQuantile(share, freedom)
    return pooled.length === 0 ? usual : own * quantileOfSorted(pooled, share) + (1 - own) * usual
  }
  const wider = 1 + 0.12 * Math.exp(-days.n / 300)
  const low80 = Math.min(0, at(0.1))
  const high80 = Math.max(0, at(0.9))
  const low95 = Math.min(low80, at(0.025) * wider)
  const high95 = Math.max(high80, at(0.975) * wider)
  return {
    low80: spread.map((size) => low80 * size),
    high80: spread.map((size) => high80 * size),
    low95: spread.map((size) => low95 * size),
    high95: spread.map((size) => high95 * size),
  }
}

interface PastErrors {
  /** By steps ahead less one: errors there were, and their sum of squares with spikes drawn in. */
  readonly count: Float64Array
  readonly squares: Float64Array
  /** Of the first steps, each error as it was. */
  readonly byStep: readonly number[][]
}

function pastErrors(days: FittingDays, { guess, kind }: ChosenGuess, steps: number): PastErrors {
  const { values, cleaned } = days
  const count = new Float64Array(steps)
  const squares = new Float64Array(steps)
  const byStep: number[][] = Array.from({ length: Math.min(POOLED_STEPS, steps) }, () => [])
  for (let from = Math.max(firstJudged(days), values.length - JUDGED_DAYS); from < values.length - 1; from++)
    for (let ahead = 1; ahead <= steps && from + ahead < values.length; ahead++) {
      const value = values[from + ahead] as number
      if (Number.isNaN(value)) continue
      const guessed = guess(from, ahead)
      const drawn = kind === 'blend' ? (cleaned[from + ahead] as number) + weekdayAt(days, from + ahead) : value
      count[ahead - 1] = (count[ahead - 1] as number) + 1
      squares[ahead - 1] = (squares[ahead - 1] as number) + (drawn - guessed) ** 2
      byStep[ahead - 1]?.push(value - guessed)
    }
  return { count, squares, byStep }
}

/** Standard deviation of errors by steps ahead less one, rising. */
function spreads(
  { count, squares }: PastErrors,
  days: FittingDays,
  chosen: ChosenGuess,
  horizon: number,
): Float64Array {
  const judged = Math.min(days.n, JUDGED_DAYS)
  const unfitted = judged / Math.max(FITTED, judged - FITTED)
  const varianceOf = (ahead: number) => {
    const n = count[ahead - 1] ?? 0
    return n > 0 ? ((squares[ahead - 1] as number) / n) * unfitted : 0
  }
  const next = varianceOf(1)
  const spread = new Float64Array(horizon)
  let widest = 0
  for (let ahead = 1; ahead <= horizon; ahead++) {
    const own = (count[ahead - 1] ?? 0) / ahead
    const expected = next * Math.max(1 + LEAST_GROWTH * (ahead - 1), growth(chosen, ahead))
    widest = Math.max(widest, Math.sqrt((own * varianceOf(ahead) + PRIOR_DAYS * expected) / (own + PRIOR_DAYS)))
    spread[ahead - 1] = widest
  }
  return spread
}

/** How many times the variance one step ahead the models give a day farther ahead. */
function growth({ local, returning, returningShare }: ChosenGuess, ahead: number): number {
  return (1 - returningShare) * growthOf(local, ahead) + returningShare * growthOf(returning, ahead)
}

function growthOf({ model: { phi, move, noise }, variance }: FittedModel, ahead: number): number {
  const kept = phi * phi
  const moved = (steps: number) => (phi === 1 ? steps * move : (move * (1 - kept ** steps)) / (1 - kept))
  const varianceAt = (steps: number) => kept ** steps * variance + moved(steps) + noise
  return varianceAt(ahead) / varianceAt(1)
}

/** Errors of the first steps over their spread, rising; zero where there is no spread. */
function pooledShape({ byStep }: PastErrors, spread: Float64Array): Float64Array {
  const pooled = new Float64Array(byStep.reduce((sum, errors) => sum + errors.length, 0))
  let place = 0
  for (const [index, errors] of byStep.entries()) {
    const size = spread[index] as number
    for (const error of errors) pooled[place++] = size > 0 ? error / size : 0
  }
  return pooled.sort()
}
