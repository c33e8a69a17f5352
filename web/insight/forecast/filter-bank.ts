import { MAD_TO_SD, median, medianAbsoluteDeviation } from '../numerics/order-statistics.ts'
import type { LevelModel } from './level-filter.ts'
import { MODELS } from './models.ts'
import { RunningWeekdayEffects } from './running-weekday-effects.ts'

const WEEKDAYS = 7
const MEAN_FADE = 0.5 ** (1 / 90)
const SCORE_FADE = 0.5 ** (1 / 180)
const SCALE_FADE = 0.5 ** (1 / 60)
/** Errors beyond this many standard deviations move a level no further. */
const FARTHEST = 4
/** A model counts by the mean of its errors to minus this power, once so many days were seen, and to fewer before. */
const SHARPNESS = 120

/**
 * Several models of a level, run side by side over the same days and averaged by how near to the days so far each has
 * come (dynamic model averaging; Raftery, Karny and Ettler 2010 Technometrics 52:52, with absolute errors for
 * likelihoods, because single days far away sway them less), with weekday effects learnt on the way. Nothing it holds at
 * a day looks at a later day.
 */
export class FilterBank {
  readonly models: readonly LevelModel[]
  readonly weekdays = new RunningWeekdayEffects()
  /** Of each model, after the last day that was seen. */
  readonly level: Float64Array
  readonly variance: Float64Array
  /** How much of the average each model is; they sum to 1. */
  readonly weight: Float64Array
  /** Mean of the last months. */
  mean: number
  /** Standard deviation of the one-step errors of late. */
  scale: number
  readonly #misses: Float64Array
  #weights = 0
  #scores = 0
  #scaleWeight = 8
  #farInARow = 0

  /** `first`: the first values of the series, without gaps, which say where levels begin and how far days lie apart. */
  constructor(first: Float64Array, models: readonly LevelModel[] = MODELS) {
    this.models = models
    this.mean = median(first)
    this.scale = spreadOf(first, this.mean)
    this.level = new Float64Array(models.length).fill(this.mean)
    this.variance = Float64Array.from(models, ({ phi, move }) => (phi === 1 ? 1 : Math.min(1, move / (1 - phi * phi))))
    this.weight = new Float64Array(models.length).fill(1 / models.length)
    this.#misses = new Float64Array(models.length)
  }

  /** A day begins, on a weekday 0 to 6: levels move on. Answers the value expected of it. */
  expect(weekday: number): number {
    this.weekdays.fade()
    // Averaged as differences, so that models that agree are averaged to what they agree on exactly.
    const first = this.#step(0)
    let expected = first
    for (let k = 1; k < this.models.length; k++) expected += (this.weight[k] as number) * (this.#step(k) - first)
    return expected + (this.weekdays.effect[weekday % WEEKDAYS] as number)
  }

  #step(k: number): number {
    const { phi, move } = this.models[k] as LevelModel
    const level = phi === 1 ? (this.level[k] as number) : this.mean + phi * ((this.level[k] as number) - this.mean)
    this.level[k] = level
    this.variance[k] = phi * phi * (this.variance[k] as number) + move
    return level
  }

  /** The day that was begun ends with a value. `expected` is what `expect` answered. */
  observe(value: number, weekday: number, expected: number): void {
    const effect = this.weekdays.effect[weekday % WEEKDAYS] as number
    const error = this.#drawIn(value - expected)
    // As if the day had been no farther away than errors reach.
    const shown = expected + error - effect
    this.weekdays.learn(weekday % WEEKDAYS, error + effect)
    this.scale = Math.sqrt((this.scale ** 2 * this.#scaleWeight + error * error) / (this.#scaleWeight + 1))
    this.#scaleWeight = (this.#scaleWeight + 1) * SCALE_FADE
    this.#score(shown)
    this.#weights = this.#weights * MEAN_FADE + 1
    this.mean += (shown - this.mean) / this.#weights
  }

  /**
   * An error no farther than errors reach. One day far away is most likely a slip; with each more on the same side the
   * reach doubles, since then the level has moved. After nothing but equal values there is no reach to go by.
   */
  #drawIn(error: number): number {
    if (this.scale === 0) this.scale = Math.abs(error) / FARTHEST
    const reach = FARTHEST * this.scale * 2 ** Math.abs(this.#farInARow)
    if (Math.abs(error) <= reach) {
      this.#farInARow = 0
      return error
    }
    this.#farInARow =
      Math.sign(error) * (Math.sign(error) === Math.sign(this.#farInARow) ? Math.abs(this.#farInARow) + 1 : 1)
    return Math.sign(error) * reach
  }

  #score(shown: number): void {
    this.#scores = this.#scores * SCORE_FADE + 1
    const sharpness = Math.min(SHARPNESS, this.#scores)
    let best = Number.NEGATIVE_INFINITY
    for (let k = 0; k < this.models.length; k++) {
      const variance = this.variance[k] as number
      const gain = variance / (variance + (this.models[k] as LevelModel).noise)
      const error = shown - (this.level[k] as number)
      this.level[k] = (this.level[k] as number) + gain * error
      this.variance[k] = variance * (1 - gain)
      this.#misses[k] = (this.#misses[k] as number) * SCORE_FADE + Math.abs(error)
      const score = -sharpness * Math.log((this.#misses[k] as number) / this.#scores + Number.MIN_VALUE)
      this.weight[k] = score
      if (score > best) best = score
    }
    let total = 0
    for (let k = 0; k < this.models.length; k++) {
      this.weight[k] = Math.exp((this.weight[k] as number) - best)
      total += this.weight[k] as number
    }
    for (let k = 0; k < this.models.length; k++) this.weight[k] = (this.weight[k] as number) / total
  }
}

/** A standard deviation that single values do not move, or where more than half are equal, one that they do. */
function spreadOf(values: Float64Array, centre: number): number {
  const robust = MAD_TO_SD * medianAbsoluteDeviation(values, centre)
  if (robust > 0) return robust
  let sum = 0
  for (const value of values) sum += Math.abs(value - centre)
  return (1.2533 * sum) / values.length
}
