import { emptySums, estimateEffects, FEWEST_FOR_WEEKDAYS, WEEKDAY_HALF_LIFE, WEEKDAYS } from './weekday-effects.ts'

const FADE = 0.5 ** (1 / WEEKDAY_HALF_LIFE)

/** What each weekday adds to the level, learnt as days pass, so that at each day it knows of earlier days alone. */
export class RunningWeekdayEffects {
  /** Of weekday 0 to 6, counted from whatever weekday the caller counts from; they sum to zero. */
  readonly effect = new Float64Array(WEEKDAYS)
  readonly #sums = emptySums()
  #squares = 0
  #weights = 0
  #n = 0

  /** A day passes, with a value or without: what was learnt counts a little less. */
  fade(): void {
    const { sum, weight, squaredWeight } = this.#sums
    for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
      sum[weekday] = (sum[weekday] as number) * FADE
      weight[weekday] = (weight[weekday] as number) * FADE
      squaredWeight[weekday] = (squaredWeight[weekday] as number) * FADE * FADE
    }
    this.#squares *= FADE
    this.#weights *= FADE
  }

  /** A day was `deviation` away from the level it was expected to have, its weekday not counted. */
  learn(weekday: number, deviation: number): void {
    const { sum, weight, squaredWeight } = this.#sums
    sum[weekday] = (sum[weekday] as number) + deviation
    weight[weekday] = (weight[weekday] as number) + 1
    squaredWeight[weekday] = (squaredWeight[weekday] as number) + 1
    this.#squares += deviation * deviation
    this.#weights++
    this.#n++
    if (this.#n >= FEWEST_FOR_WEEKDAYS) estimateEffects(this.#sums, this.#squares / this.#weights, this.effect)
  }
}
