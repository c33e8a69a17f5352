import { type LeastSquares, NormalEquations } from '../numerics/normal-equations.ts'
import { type Design, ROW_ENTRIES, writeRow } from './design.ts'
import { whiteningFor } from './whitening.ts'

/** A fit in the unit of the values; `residual` and `freedom` are of the whitened rows. */
export interface GlsFit extends LeastSquares {
  readonly n: number
  readonly design: Design
}

/**
 * Generalised least squares of the recorded days on a design, with errors of first order autocorrelation `phi` a day:
 * what is `gap` days apart correlates by phi^gap, so that missing days are taken as they are. With phi 0, ordinary least
 * squares. Equal to `gls(..., corCAR1(phi, fixed = TRUE), method = 'REML')` of R's nlme (Pinheiro and Bates 2000).
 * Values: NaN is not recorded, and at least one is.
 */
export function fitGls(values: Float64Array, design: Design, phi: number): GlsFit {
  const { share, scale } = whiteningFor(phi, values.length)
  const equations = new NormalEquations(design.columns)
  const at = new Int32Array(2 * ROW_ENTRIES)
  const entries = new Float64Array(2 * ROW_ENTRIES)
  // Taken off first, so that square sums do not drown what varies in what is constant; the knots get it back.
  const centre = meanOf(values)
  let n = 0
  let before = -1
  for (let day = 0; day < values.length; day++) {
    const value = (values[day] as number) - centre
    if (Number.isNaN(value)) continue
    n++
    if (before < 0) {
      equations.add(at, entries, writeRow(design, day, 1, at, entries, 0), value)
    } else {
      const gap = Math.min(day - before, share.length - 1)
      const weight = share[gap] as number
      const scaled = scale[gap] as number
      let count = writeRow(design, day, scaled, at, entries, 0)
      if (weight !== 0) count += writeRow(design, before, -weight * scaled, at, entries, count)
      equations.add(at, entries, count, (value - weight * ((values[before] as number) - centre)) * scaled)
    }
    before = day
  }
  const solved = equations.solve()
  for (let knot = 0; knot < design.knots; knot++) {
    solved.coefficients[knot] = (solved.coefficients[knot] as number) + centre
  }
  return { ...solved, n, design }
}

/** What the fit says of every day, recorded or not. */
export function fittedValues({ design, coefficients }: GlsFit): Float64Array {
  const at = new Int32Array(ROW_ENTRIES)
  const entries = new Float64Array(ROW_ENTRIES)
  return Float64Array.from({ length: design.days }, (_, day) => {
    const count = writeRow(design, day, 1, at, entries, 0)
    let sum = 0
    for (let i = 0; i < count; i++) sum += (entries[i] as number) * (coefficients[at[i] as number] as number)
    return sum
  })
}

function meanOf(values: Float64Array): number {
  let sum = 0
  let n = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    n++
  }
  return sum / n
}
