/** A pivot below this share of its column's square sum is rounding: the column says nothing the ones before do not. */
const DEPENDENT = 1e-10

/** What least squares makes of the rows it was given. */
export interface LeastSquares {
  /** One entry a column; 0 for a column that depends on those before it. */
  readonly coefficients: Float64Array
  /** How much of the square sum each column explains beyond those before it. */
  readonly explained: Float64Array
  /** Columns that do not depend on others. */
  readonly rank: number
  /** Square sum of what is left. */
  readonly residual: number
  /** Rows less rank. */
  readonly freedom: number
  /**
   * Variance factor of the sum of coefficients times `contrast`: multiplied by the variance of a row's error it is the
   * variance of that sum. NaN where the rows do not determine it.
   */
  readonly varianceFactor: (contrast: ArrayLike<number>) => number
}

/** Ordinary least squares over sparse rows, by the normal equations and a Cholesky factor. */
export class NormalEquations {
  readonly #columns: number
  readonly #gram: Float64Array
  readonly #products: Float64Array
  #squares = 0
  #rows = 0

  constructor(columns: number) {
    this.#columns = columns
    this.#gram = new Float64Array(columns * columns)
    this.#products = new Float64Array(columns)
  }

  /** Adds a row whose `count` entries `entries[i]` stand in the columns `at[i]`; a column may come twice and then adds up. */
  add(at: Int32Array, entries: Float64Array, count: number, y: number): void {
    const gram = this.#gram
    for (let i = 0; i < count; i++) {
      const row = (at[i] as number) * this.#columns
      const entry = entries[i] as number
      for (let j = 0; j < count; j++) {
        const place = row + (at[j] as number)
        gram[place] = (gram[place] as number) + entry * (entries[j] as number)
      }
      this.#products[at[i] as number] = (this.#products[at[i] as number] as number) + entry * y
    }
    this.#squares += y * y
    this.#rows++
  }

  solve(): LeastSquares {
    const p = this.#columns
    const factor = this.#factor()
    const reduced = solveForward(factor, this.#products, p)
    const explained = reduced.map((value) => value * value)
    const rank = explained.reduce((sum, _, i) => sum + (factor[i * p + i] === 0 ? 0 : 1), 0)
    return {
      coefficients: solveBackward(factor, reduced, p),
      explained,
      rank,
      residual: Math.max(0, this.#squares - explained.reduce((sum, value) => sum + value, 0)),
      freedom: this.#rows - rank,
      varianceFactor: (contrast) => {
        for (let i = 0; i < p; i++) if (factor[i * p + i] === 0 && contrast[i] !== 0) return Number.NaN
        return solveForward(factor, contrast, p).reduce((sum, value) => sum + value * value, 0)
      },
    }
  }

  /** The lower triangle whose product with its transpose is the Gram matrix; a dependent column is all zeros. */
  #factor(): Float64Array {
    const p = this.#columns
    const factor = new Float64Array(p * p)
    for (let j = 0; j < p; j++) {
      const square = this.#gram[j * p + j] as number
      const pivot = square - dot(factor, j * p, j * p, j)
      if (!(pivot > DEPENDENT * square)) continue
      const root = Math.sqrt(pivot)
      factor[j * p + j] = root
      for (let i = j + 1; i < p; i++) {
        factor[i * p + j] = ((this.#gram[i * p + j] as number) - dot(factor, i * p, j * p, j)) / root
      }
    }
    return factor
  }
}

function dot(values: Float64Array, a: number, b: number, count: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += (values[a + k] as number) * (values[b + k] as number)
  return sum
}

function solveForward(factor: Float64Array, right: ArrayLike<number>, p: number): Float64Array {
  const solved = new Float64Array(p)
  for (let i = 0; i < p; i++) {
    const pivot = factor[i * p + i] as number
    if (pivot === 0) continue
    let sum = right[i] as number
    for (let k = 0; k < i; k++) sum -= (factor[i * p + k] as number) * (solved[k] as number)
    solved[i] = sum / pivot
  }
  return solved
}

function solveBackward(factor: Float64Array, right: Float64Array, p: number): Float64Array {
  const solved = new Float64Array(p)
  for (let i = p - 1; i >= 0; i--) {
    const pivot = factor[i * p + i] as number
    if (pivot === 0) continue
    let sum = right[i] as number
    for (let k = i + 1; k < p; k++) sum -= (factor[k * p + i] as number) * (solved[k] as number)
    solved[i] = sum / pivot
  }
  return solved
}
