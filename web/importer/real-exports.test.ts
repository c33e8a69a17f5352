import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { BUILT_IN_METRICS, MOOD } from '../../shared/metric/catalogue.ts'
import { INSPECT_BYTES, type Inspection, inspectCsv, type Layout, readCsv, summariseReadings } from './index.ts'

const DATA = new URL('../../../shared/data/', import.meta.url).pathname
const present = existsSync(DATA)

/**
 * Days and sum of each metric by the importer's own guess, or why the file has none. The figures come from an
 * independent reading of each file, not from the importer.
 */
const EXPECTED = z
  .record(
    z.string(),
    z.union([
      z.object({
        format: z.string(),
        metrics: z.record(z.string(), z.tuple([z.number(), z.number()])),
        refused: z.optional(z.number()),
      }),
      z.object({ problem: z.enum(['months', 'no-metric', 'no-rows', 'no-date']) }),
    ]),
  )
  .parse(JSON.parse(readFileSync(new URL('./real-exports.expected.json', import.meta.url), 'utf8')))

const PROBLEMS = {
  months: /holds months, and a value needs its day/,
  'no-metric': /^No column holds one of your metrics/,
  'no-rows': /has a header and no rows/,
  'no-date': /^No column holds dates/,
} as const

describe.skipIf(!present)('real exports', () => {
  it('every CSV file of the folder has its expectation', () => {
    const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:csv|tsv)$/i.test(file),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(new Set(files)).toEqual(new Set(Object.keys(EXPECTED)))
  })

  it.each(Object.entries(EXPECTED))('%s', async (file, expected) => {
    const inspection = inspect(file)
    if ('problem' in expected) {
      expect(inspection.blocked).toMatch(PROBLEMS[expected.problem])
      return
    }
    expect(inspection.blocked).toBeUndefined()
    const { metrics, refused, format } = await read(file, inspection.layout)
    expect({ format, metrics, refused }).toEqual({
      format: expected.format,
      metrics: Object.fromEntries(
        Object.entries(expected.metrics).map(([metric, [days, sum]]) => [
          metric,
          { days, sum: expect.closeTo(sum, 3) },
        ]),
      ),
      refused: expected.refused ?? 0,
    })
  })
})

describe.skipIf(!present)('real exports, with one choice by hand', () => {
  const KAGGLE = 'fitbit-fitabase/fiorani__garmin-data-analysis/Fitabase Data 4.12.16-5.12.16'

  it.each([
    ['dailyActivity_merged.csv', '8877689391', 'steps', 31, 497_241],
    // One of this person's 32 rows stands there twice.
    ['sleepDay_merged.csv', '8378563200', 'sleep', 31, 229.9833],
  ])('of 33 people in %s, the rows of %s', async (name, person, metric, days, sum) => {
    const file = `${KAGGLE}/${name}`
    const { layout, rowChoice } = inspect(file)
    expect(rowChoice?.values).toContain(person)
    const { metrics } = await read(file, {
      ...layout,
      rows: { column: rowChoice?.column ?? -1, rule: 'only', values: [person] },
    })
    expect(metrics).toEqual({ [metric]: { days, sum: expect.closeTo(sum, 3) } })
  })

  it('a scale of 0 to 100 under a name of its own is chosen as mood', async () => {
    const file = 'quantified-self/niplav__site/data/mood.csv'
    const { layout, headers } = inspect(file)
    const columns = layout.columns.map((role, column) =>
      headers[column] === 'happy' ? ({ kind: 'reading', metric: MOOD.id, unit: 'rating-100' } as const) : role,
    )
    const { metrics } = await read(file, { ...layout, columns })
    expect(metrics).toEqual({ mood: { days: 951, sum: expect.closeTo(2920.2868, 3) } })
  })

  it('a mood word of the person’s own is given its meaning', async () => {
    const file = 'daylio/afrendeiro__quantify_me/data/raw/daylio_export.20191222.csv'
    const { layout } = inspect(file)
    const { refused } = await read(file, { ...layout, labels: { sick: 2 } })
    expect(refused).toBe(0)
  })
})

function inspect(file: string): Inspection {
  const inspected = inspectCsv(
    readFileSync(join(DATA, file)).subarray(0, INSPECT_BYTES),
    basename(file),
    BUILT_IN_METRICS,
  )
  if (!inspected.ok) throw new Error(inspected.failure.message)
  return inspected.value
}

async function read(file: string, layout: Layout) {
  const result = await readCsv(new Blob([readFileSync(join(DATA, file))]), layout, { metrics: BUILT_IN_METRICS })
  if (!result.ok) throw new Error(result.failure.message)
  const metrics = Object.fromEntries(
    Object.entries(summariseReadings(result.value.readings)).map(([metric, { days, sum }]) => [metric, { days, sum }]),
  )
  return { metrics, refused: result.value.refusedCount, format: result.value.format }
}
