import { at, linearModel } from './linear-model.ts'

export interface GlsFit {
  readonly phi: number
  readonly coef: readonly number[]
  readonly se: readonly number[]
  readonly sigma: number
}

/**
 * Least squares with errors that correlate by phi^gap for days `gap` apart, by whitening the rows: R's
 * `gls(correlation = corCAR1(phi, fixed = TRUE), method = 'REML')`. One row and one day for each value, days ascending.
 */
export function glsAr1(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  days: readonly number[],
  phi: number,
): GlsFit {
  const white = whitened(rows, y, days, phi)
  const { coef, se, squares, df } = linearModel(white.rows, white.y)
  return { phi, coef, se, sigma: Math.sqrt(squares / df) }
}

/** The same with the phi that the restricted likelihood is largest at (Patterson & Thompson 1971, Biometrika 58:545). */
export function glsAr1Estimated(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  days: readonly number[],
): GlsFit {
  return glsAr1(
    rows,
    y,
    days,
    largestAt((phi) => restrictedLikelihood(whitened(rows, y, days, phi))),
  )
}

interface Whitened {
  readonly rows: readonly (readonly number[])[]
  readonly y: readonly number[]
  /** Logarithm of the determinant of the errors' correlations. */
  readonly logDeterminant: number
}

function whitened(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  days: readonly number[],
  phi: number,
): Whitened {
  let logDeterminant = 0
  const weights = days.map((day, i) => {
    const carried = i === 0 ? 0 : phi ** (day - at(days, i - 1))
    logDeterminant += Math.log(1 - carried ** 2)
    return { carried, scale: 1 / Math.sqrt(1 - carried ** 2) }
  })
  const whiten = (value: (i: number) => number) =>
    weights.map(({ carried, scale }, i) => scale * (value(i) - (i === 0 ? 0 : carried * value(i - 1))))
  const columns = (rows[0] ?? []).map((_, column) => whiten((i) => at(rows[i], column)))
  return {
    rows: rows.map((_, i) => columns.map((column) => at(column, i))),
    y: whiten((i) => at(y, i)),
    logDeterminant,
  }
}

/** Times two, but for what does not depend on phi. */
function restrictedLikelihood({ rows, y, logDeterminant }: Whitened): number {
  const { squares, df, inverse } = linearModel(rows, y)
  return -df * Math.log(squares) + Math.log(determinantOf(inverse)) - logDeterminant
}

function determinantOf([first, second]: readonly (readonly number[])[]): number {
  return at(first, 0) * at(second, 1) - at(first, 1) * at(second, 0)
}

const GOLDEN = (Math.sqrt(5) - 1) / 2

/** By golden section between 0 and 1, of a function with one maximum there. */
function largestAt(of: (phi: number) => number): number {
  let [low, high] = [1e-9, 1 - 1e-9]
  while (high - low > 1e-10) {
    const left = high - GOLDEN * (high - low)
    const right = low + GOLDEN * (high - low)
    if (of(left) > of(right)) high = right
    else low = left
  }
  return (low + high) / 2
}
