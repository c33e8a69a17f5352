import * as z from 'zod/mini'
import { type OracleSeries, oracle, oracleSeries, oraclesPresent } from '../oracle.ts'

/** A reference result as its file has it. R writes a list of one as the value itself. */
export type Figure = number | string | null | readonly Figure[] | { readonly [key: string]: Figure }

const Figure: z.ZodMiniType<Figure> = z.lazy(() =>
  z.union([z.number(), z.string(), z.null(), z.array(Figure), z.record(z.string(), Figure)]),
)
const File = z.record(z.string(), z.record(z.string(), Figure))

export type FigureFile = 'oracle_R.json' | 'oracle_py.json' | 'pelt.json'

/** The figures of a file by series; none where there is no folder of reference results. */
export function figuresIn(file: FigureFile): Record<string, Record<string, Figure>> {
  return oraclesPresent ? oracle(file, File) : {}
}

export interface FigureOf extends OracleSeries {
  readonly name: string
  readonly theirs: Figure
}

/** Each series that the file has the figure `key` of. */
export function figuresOf(file: FigureFile, key: string): FigureOf[] {
  const series = oraclesPresent ? oracleSeries() : {}
  return Object.entries(figuresIn(file)).flatMap(([name, figures]) => {
    const own = series[name]
    const theirs = figures[key]
    return own === undefined || theirs === undefined ? [] : [{ name, theirs, ...own }]
  })
}

export interface Closeness {
  /** How far off a figure may be, as a share of its size. */
  readonly tolerance: number
  /** Smaller figures are held to that share of this size. */
  readonly smallest: number
}

const EXACT: Closeness = { tolerance: 1e-8, smallest: 1e-3 }
/** What an optimiser stopped at. */
export const LIKELIHOOD: Closeness = { tolerance: 1e-6, smallest: 1 }

/** What in `theirs` does not stand in `ours` at the same place, or not as close as that; nothing when all does. */
export function mismatches(ours: unknown, theirs: Figure, closeness = EXACT, path = 'figure'): string[] {
  if (typeof theirs === 'number') {
    const isClose = typeof ours === 'number' && isWithin(ours - theirs, theirs, closeness)
    return isClose ? [] : [`${path} is ${String(ours)} beside ${theirs}`]
  }
  if (typeof theirs !== 'object' || theirs === null)
    return ours === theirs ? [] : [`${path} is ${String(ours)} beside ${String(theirs)}`]
  const own: Record<string, unknown> = Object(ours)
  const length = Array.isArray(theirs) && own['length'] !== theirs.length ? [`${path} has another length`] : []
  const each = Object.entries(theirs).flatMap(([key, value]) =>
    mismatches(own[key], value, closeness, `${path}.${key}`),
  )
  return [...length, ...each]
}

const isWithin = (apart: number, size: number, { tolerance, smallest }: Closeness) =>
  Math.abs(apart) <= tolerance * Math.max(smallest, Math.abs(size))
