const WEEKDAYS = 7
/** Days that count half as much as the last one are this old. */
const HALF_LIFE = 182
const FADE = 0.5 ** (1 / HALF_LIFE)
/** Fewer values say nothing of single weekdays. */
const FEWEST = 21

/**
 * What each weekday adds to the level, learnt as days pass: decaying means of what days were away from their level, drawn
 * towards zero by as much as they are uncertain (empirical Bayes; Morris 1983 JASA 78:47), and summing to zero.
 */
export class WeekdayEffects {
  /** Of weekday 0 to 6, counted from whatever weekday the caller counts from. */
  readonly effect = new Float64Array(WEEKDAYS)
  readonly #sum = new Float64Array(WEEKDAYS)
  readonly #weight = new Float64Array(WEEKDAYS)
  readonly #squaredWeight = new Float64Array(WEEKDAYS)
  #squares = 0
  #weights = 0
  #n = 0

  /** A day passes, with a value or without. */
  fade(): void {
    for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
      this.#sum[weekday] = (this.#sum[weekday] as number) * FADE
      this.#weight[weekday] = (this.#weight[weekday] as number) * FADE
      this.#squaredWeight[weekday] = (this.#squaredWeight[weekday] as number) * FADE * FADE
    }
    this.#squares *= FADE
    this.#weights *= FADE
  }

  /** A day was `deviation` away from the level it was expected to have, its weekday not counted. */
  learn(weekday: number, deviation: number): void {
    this.#sum[weekday] = (this.#sum[weekday] as number) + deviation
    this.#weight[weekday] = (this.#weight[weekday] as number) + 1
    this.#squaredWeight[weekday] = (this.#squaredWeight[weekday] as number) + 1
    this.#squares += deviation * deviation
    this.#weights++
    this.#n++
    if (this.#n >= FEWEST) this.#estimate()
  }

  #estimate(): void {
    const mean = new Float64Array(WEEKDAYS)
    const uncertainty = new Float64Array(WEEKDAYS)
    const variance = this.#squares / this.#weights
    let total = 0
    for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
      const weight = this.#weight[weekday] as number
      // A weekday that never came is as uncertain as one value.
      mean[weekday] = weight > 0 ? (this.#sum[weekday] as number) / weight : 0
      uncertainty[weekday] =
        variance * (weight > 0 ? Math.min(1, (this.#squaredWeight[weekday] as number) / weight ** 2) : 1)
      total += mean[weekday] as number
    }
    const centre = total / WEEKDAYS
    let between = 0
    for (let weekday = 0; weekday < WEEKDAYS; weekday++)
      between +=
        ((mean[weekday] as number) - centre) ** 2 / (WEEKDAYS - 1) - (uncertainty[weekday] as number) / WEEKDAYS
    let drawn = 0
    for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
      const kept = between > 0 ? between / (between + (uncertainty[weekday] as number)) : 0
      this.effect[weekday] = ((mean[weekday] as number) - centre) * kept
      drawn += this.effect[weekday] as number
    }
    for (let weekday = 0; weekday < WEEKDAYS; weekday++)
      this.effect[weekday] = (this.effect[weekday] as number) - drawn / WEEKDAYS
  }
}
