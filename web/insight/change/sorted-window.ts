/** Numbers that come and go, kept in ascending order, so that order statistics of a moving window cost a few steps. */
export class SortedWindow {
  readonly #sorted: Float64Array
  #size = 0

  /** Holds at most `capacity` numbers; one more throws. */
  constructor(capacity: number) {
    this.#sorted = new Float64Array(capacity)
  }

  get size(): number {
    return this.#size
  }

  add(value: number): void {
    if (this.#size === this.#sorted.length) throw new RangeError('A window was given more numbers than it holds')
    const place = this.#placeOf(value)
    this.#sorted.copyWithin(place + 1, place, this.#size)
    this.#sorted[place] = value
    this.#size++
  }

  /** One occurrence of a number that was added. */
  remove(value: number): void {
    const place = this.#placeOf(value)
    if (place === this.#size || this.#sorted[place] !== value)
      throw new RangeError('A number left a window that it is not in')
    this.#sorted.copyWithin(place, place + 1, this.#size)
    this.#size--
  }

  /** Half way between the two middle numbers, or the middle one; NaN of none. */
  median(): number {
    const n = this.#size
    if (n === 0) return Number.NaN
    return ((this.#sorted[(n - 1) >> 1] as number) + (this.#sorted[n >> 1] as number)) / 2
  }

  /** Median distance from the median, not scaled; NaN of none. */
  medianAbsoluteDeviation(): number {
    const n = this.#size
    if (n === 0) return Number.NaN
    const centre = this.median()
    const upper = this.distance(centre, (n >> 1) + 1)
    return n % 2 === 1 ? upper : (upper + this.distance(centre, n >> 1)) / 2
  }

  /** How far the `rank`-th nearest number is from `centre`, counted from 1 to the number of numbers. */
  distance(centre: number, rank: number): number {
    // The nearest ones stand side by side: find the first of them.
    let low = 0
    let high = this.#size - rank
    while (low < high) {
      const middle = (low + high) >> 1
      if (centre - (this.#sorted[middle] as number) > (this.#sorted[middle + rank] as number) - centre) low = middle + 1
      else high = middle
    }
    return Math.max(centre - (this.#sorted[low] as number), (this.#sorted[low + rank - 1] as number) - centre)
  }

  /** The first place whose number is not below `value`. */
  #placeOf(value: number): number {
    let low = 0
    let high = this.#size
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] as number) < value) low = middle + 1
      else high = middle
    }
    return low
  }
}
