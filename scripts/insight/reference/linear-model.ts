/** An ordinary least-squares fit with independent errors, as R's `lm` gives it. */
export interface LinearModel {
  readonly coef: readonly number[]
  readonly se: readonly number[]
  readonly residuals: readonly number[]
  readonly squares: number
  /** Rows less columns. */
  readonly df: number
  /** (X'X)^-1. */
  readonly inverse: readonly (readonly number[])[]
}

/** Fits `y` by the columns of `rows`, one row a value. Throws where the columns depend on each other. */
export function linearModel(rows: readonly (readonly number[])[], y: readonly number[]): LinearModel {
  const columns = rows[0]?.length ?? 0
  const cross = squareMatrix(columns, (i, j) => sumOf(rows, (row) => at(row, i) * at(row, j)))
  const inverse = inverseOf(cross)
  const products = Array.from({ length: columns }, (_, i) => sumOf(rows, (row, r) => at(row, i) * at(y, r)))
  const first = inverse.map((row) => dot(row, products))
  // Once more on what is left: the normal equations alone lose half of the digits.
  const left = rows.map((row, r) => at(y, r) - dot(row, first))
  const rest = Array.from({ length: columns }, (_, i) => sumOf(rows, (row, r) => at(row, i) * at(left, r)))
  const coef = inverse.map((row, i) => at(first, i) + dot(row, rest))
  const residuals = rows.map((row, r) => at(y, r) - dot(row, coef))
  const squares = dot(residuals, residuals)
  const df = rows.length - columns
  const se = inverse.map((row, i) => Math.sqrt((at(row, i) * squares) / df))
  return { coef, se, residuals, squares, df, inverse }
}

/** By Gauss and Jordan, with the largest pivot of a column. */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(at(work[row], column)) > Math.abs(at(work[pivot], column))) pivot = row
    const chosen = work[pivot]
    if (chosen === undefined || chosen[column] === 0) throw new RangeError('The columns depend on each other')
    work[pivot] = work[column] ?? []
    const scale = at(chosen, column)
    const unit = chosen.map((value) => value / scale)
    for (const [row, own] of work.entries()) {
      const factor = at(own, column)
      if (row !== column) work[row] = own.map((value, j) => value - factor * at(unit, j))
    }
    work[column] = unit
  }
  return work.map((row) => row.slice(n))
}

export const at = (values: ArrayLike<number> | undefined, i: number): number => values?.[i] ?? Number.NaN

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i)
  return sum
}

export const squareMatrix = (n: number, entry: (i: number, j: number) => number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => entry(i, j)))

function sumOf(rows: readonly (readonly number[])[], term: (row: readonly number[], index: number) => number): number {
  return rows.reduce((sum, row, index) => sum + term(row, index), 0)
}
