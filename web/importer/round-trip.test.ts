import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { type DayReading, inspectCsv, readCsv } from './index.ts'

/** A row as it was meant, in stored units. */
interface Meant {
  readonly date: CivilDate
  readonly weight: number | undefined
  readonly steps: number | undefined
  readonly sleep: number | undefined
  readonly calories: number | undefined
}

type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be-bom' | 'windows-1252'

interface Style {
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly decimal: '.' | ','
  readonly grouped: boolean
  readonly order: 'ymd' | 'dmy' | 'mdy'
  readonly separator: '-' | '/' | '.'
  readonly quoteAll: boolean
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly lastLineEnd: boolean
  readonly encoding: Encoding
  readonly trailingDelimiter: boolean
  readonly preamble: boolean
  readonly newestFirst: boolean
  readonly headers: readonly [string, string, string, string, string]
}

const HEADERS = [
  ['date', 'weight', 'steps', 'sleep', 'calories'],
  ['Date', 'Weight (kg)', 'Step count', 'Asleep duration (h)', 'Energy (kcal)'],
  ['DATE', ' weight_kg ', 'totalSteps', 'sleep_h', 'Calories In'],
  ['Datum', 'Gewicht', 'Schritte', 'Schlaf', 'Kalorien'],
] as const

const rows = fc
  .record({
    start: fc.integer({ min: 0, max: 9000 }),
    // Enough days that one of them is above the twelfth, so the order can be told.
    cells: fc.array(
      fc.record({
        weight: fc.option(fc.integer({ min: 401, max: 1399 }), { nil: undefined }),
        steps: fc.option(fc.integer({ min: 0, max: 40_000 }), { nil: undefined }),
        sleep: fc.option(fc.integer({ min: 1, max: 1200 }), { nil: undefined }),
        calories: fc.option(fc.integer({ min: 800, max: 5000 }), { nil: undefined }),
      }),
      { minLength: 32, maxLength: 60 },
    ),
  })
  .map(({ start, cells }): Meant[] =>
    cells.map((cell, index) => ({
      date: addDays('2000-01-01' as CivilDate, start + index),
      // Tenths and hundredths: a figure with exactly three decimals is what thousands look like.
      weight: index === 0 ? 74.5 : cell.weight === undefined ? undefined : cell.weight / 10,
      steps: index === 0 ? 8214 : cell.steps,
      sleep: index === 0 ? 7.25 : cell.sleep === undefined ? undefined : cell.sleep / 50,
      calories: index === 0 ? 2105 : cell.calories,
    })),
  )

const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  decimal: fc.constantFrom('.', ','),
  grouped: fc.boolean(),
  order: fc.constantFrom('ymd', 'dmy', 'mdy'),
  separator: fc.constantFrom('-', '/', '.'),
  quoteAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  lastLineEnd: fc.boolean(),
  encoding: fc.constantFrom<Encoding[]>(
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16le-bom',
    'utf-16be-bom',
    'windows-1252',
  ),
  trailingDelimiter: fc.boolean(),
  preamble: fc.boolean(),
  newestFirst: fc.boolean(),
  headers: fc.constantFrom(...HEADERS),
})

describe('a table written in any dialect', () => {
  it('is sniffed and read back to the same values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, style, async (meant, how) => {
        const bytes = encoded(written(meant, how), how.encoding)
        const inspected = inspectCsv(bytes, 'table.csv', BUILT_IN_METRICS)
        if (!inspected.ok) throw new Error(inspected.failure.message)
        expect(inspected.value.blocked).toBeUndefined()
        const read = await readCsv(new Blob([bytes]), inspected.value.layout, { metrics: BUILT_IN_METRICS })
        if (!read.ok) throw new Error(read.failure.message)
        expect(read.value.refused).toEqual([])
        expect(read.value.rows).toBe(meant.length)
        expect(asRecord(read.value.readings)).toEqual(asRecord(readingsOf(meant)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('whatever the file holds', () => {
  const scrap = fc.constantFrom(
    ...['date', 'weight', 'steps', 'metric', 'value', 'Id', 'sep=;', '2026-01-01', '31.02.2026', 'Apr 2024', '5,000'],
    ...[
      '5.000',
      '-1',
      'NaN',
      '__proto__',
      'constructor',
      'Body',
      '"',
      "'",
      ';',
      '\t',
      '|',
      '\r',
      '\uFEFF',
      'é',
      '74.5',
    ],
  )
  const scraps = fc
    .tuple(
      fc.constantFrom('', 'date,weight,steps\n', 'date,metric,value\n2026-01-01,steps,5\n', 'Body\nDate,Weight\n'),
      fc.array(fc.tuple(scrap, fc.constantFrom(',', ',', '\n', '')), { maxLength: 60 }),
    )
    .map(([head, parts]) => new TextEncoder().encode(head + parts.flat().join('')))
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Uint8Array.from(array))

  it('is read or refused, and never throws; what is read lies within its bounds', async () => {
    let readable = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(scraps, bytes), async (content) => {
        const inspected = inspectCsv(content, 'any.csv', BUILT_IN_METRICS)
        if (!inspected.ok) return
        const read = await readCsv(new Blob([content]), inspected.value.layout, { metrics: BUILT_IN_METRICS })
        if (inspected.value.blocked === undefined) expect(read.ok).toBe(true)
        if (!read.ok) return
        readable++
        for (const { metric, value } of read.value.readings) {
          const known = BUILT_IN_METRICS.find(({ id }) => id === metric)
          expect(known !== undefined && value >= known.min && value <= known.max).toBe(true)
        }
      }),
      { numRuns: 800 },
    )
    expect(readable).toBeGreaterThan(20)
  })
})

function readingsOf(meant: readonly Meant[]): { date: string; metric: string; value: number }[] {
  return meant.flatMap(({ date, ...values }) =>
    Object.entries(values).flatMap(([metric, value]) => (value === undefined ? [] : [{ date, metric, value }])),
  )
}

const asRecord = (readings: readonly (DayReading | { date: string; metric: string; value: number })[]) =>
  Object.fromEntries(readings.map(({ date, metric, value }) => [`${date} ${metric}`, value]))

function written(meant: readonly Meant[], how: Style): string {
  const ordered = how.newestFirst ? meant.toReversed() : meant
  const lines = [
    how.headers,
    ...ordered.map(({ date, weight, steps, sleep, calories }) => [
      dateText(date, how),
      figure(weight, how, false),
      figure(steps, how, true),
      figure(sleep, how, false),
      figure(calories, how, true),
    ]),
  ].map(
    (cells) =>
      cells.map((cell) => quoted(cell, how)).join(how.delimiter) + (how.trailingDelimiter ? how.delimiter : ''),
  )
  const all = how.preamble ? ['My export', '', ...lines] : lines
  return all.join(how.lineEnd) + (how.lastLineEnd ? how.lineEnd : '')
}

function dateText(date: CivilDate, { order, separator }: Style): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return { ymd: [year, month, day], dmy: [day, month, year], mdy: [month, day, year] }[order].join(separator)
}

function figure(value: number | undefined, { decimal, grouped }: Style, whole: boolean): string {
  if (value === undefined) return ''
  const [before = '', after] = String(value).split('.')
  const mark = decimal === '.' ? ',' : '.'
  const marked = whole && grouped ? before.replace(/\B(?=(\d{3})+$)/g, mark) : before
  return after === undefined ? marked : `${marked}${decimal}${after}`
}

const quoted = (cell: string, { delimiter, quoteAll }: Style) =>
  quoteAll || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell

function encoded(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`)
  // Only Latin letters are written here, whose Windows-1252 bytes are their code points.
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const marked = encoding.endsWith('bom') ? `\uFEFF${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at++)
    view.setUint16(at * 2, marked.charCodeAt(at), encoding.startsWith('utf-16le'))
  return bytes
}
