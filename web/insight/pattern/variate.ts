import type { Aspect } from '../analysis.ts'
import { observed } from '../numerics/order-statistics.ts'
import { type Adjusted, adjust } from '../series/adjustment.ts'
import type { DayGrid } from '../series/day-grid.ts'
import { type Whitening, whiteningFor } from '../series/whitening.ts'
import { standardDeviation } from '../series/winsorise.ts'

/** What is tested: a metric, or where it is zero on most days, whether it was not and how much it was then. */
export interface Variate {
  readonly metric: string
  readonly aspect?: Aspect
  readonly grid: DayGrid
  readonly adjusted: Adjusted
  readonly whitening: Whitening
  /** Different values, counted up to `MANY`. */
  readonly distinct: number
  /** Whether there is anything to explain. */
  readonly varies: boolean
}

/** Different values from which on a metric counts as continuous. */
export const MANY = 8
const FEWEST_DISTINCT = 4
/** A residual that is this small a part of the values is rounding. */
const ROUNDING = 1e-9

/** One variate, or two where more than half of the recorded days are zero. */
export function variatesOf(grid: DayGrid): Variate[] {
  const zeros = grid.values.reduce((sum, value) => sum + (value === 0 ? 1 : 0), 0)
  if (zeros * 2 <= grid.n || zeros === grid.n) return [prepare(grid)]
  const whether = grid.values.map((value) => (Number.isNaN(value) ? value : Number(value !== 0)))
  const amount = grid.values.map((value) => (value === 0 ? Number.NaN : value))
  return [
    prepare({ ...grid, values: whether }, 'whether'),
    prepare(trimmed({ ...grid, values: amount, n: grid.n - zeros }), 'amount'),
  ]
}

function prepare(grid: DayGrid, aspect?: Aspect): Variate {
  // Yes and no have no outliers: drawing the rarer of the two in would make it less of itself.
  const adjusted = adjust(
    grid.values,
    grid.first,
    undefined,
    aspect === 'whether' ? Number.POSITIVE_INFINITY : undefined,
  )
  const distinct = distinctOf(grid.values)
  const largest = adjusted.values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0)
  const left = standardDeviation(observed(adjusted.residuals))
  return {
    metric: grid.metric,
    ...(aspect === undefined ? {} : { aspect }),
    grid,
    adjusted,
    whitening: whiteningFor(adjusted.phi, grid.values.length),
    distinct,
    varies: distinct >= (aspect === 'whether' ? 2 : FEWEST_DISTINCT) && left > largest * ROUNDING,
  }
}

function distinctOf(values: Float64Array): number {
  const seen = new Set<number>()
  for (const value of values) {
    if (!Number.isNaN(value)) seen.add(value)
    if (seen.size >= MANY) break
  }
  return seen.size
}

function trimmed(grid: DayGrid): DayGrid {
  const from = grid.values.findIndex((value) => !Number.isNaN(value))
  const until = grid.values.findLastIndex((value) => !Number.isNaN(value)) + 1
  return { ...grid, first: grid.first + from, values: grid.values.slice(from, until) }
}
