/**
 * Reference results of R and statsmodels that tests compare ours with. They lie beside the checkout, in
 * `../shared/oracles`, and are no part of it: tests that read them are skipped where there are none.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

const FOLDER = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url))

export const oraclesPresent = existsSync(FOLDER)

/** One file of the folder, for example 'oracle_R.json', parsed by `schema`. */
export function oracle<T>(file: string, schema: z.ZodMiniType<T>): T {
  return z.parse(schema, JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')))
}

const Series = z.record(z.string(), z.object({ desc: z.string(), wd0: z.number(), y: z.array(z.nullable(z.number())) }))

export interface OracleSeries {
  readonly desc: string
  /** Weekday of the first day, 0: Monday. */
  readonly wd0: number
  /** One entry a day, NaN: not recorded. */
  readonly y: Float64Array
}

/** The series the reference results are of, by name. */
export function oracleSeries(): Record<string, OracleSeries> {
  return Object.fromEntries(
    Object.entries(oracle('series.json', Series)).map(([name, { desc, wd0, y }]) => [
      name,
      { desc, wd0, y: Float64Array.from(y, (value) => value ?? Number.NaN) },
    ]),
  )
}
