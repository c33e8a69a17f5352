import type { Metric, SourceId } from '../../shared/metric/metric.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { type RawRow, rowsOf } from './csv-rows.ts'
import { sniffDateOrder } from './date-order.ts'
import { decodeHead, sniffEncoding } from './decode.ts'
import { metricOfFileName } from './file-name-metric.ts'
import type {
  Block,
  ColumnRole,
  Evidence,
  FileProblem,
  FixedChoices,
  Inspection,
  Layout,
  ReadingRole,
} from './import-types.ts'
import { recogniseVendor } from './recognise-vendor.ts'
import { findBlocks } from './sniff-blocks.ts'
import { type ColumnsGuess, sniffColumns } from './sniff-columns.ts'
import { sniffDialect } from './sniff-dialect.ts'
import { type HeaderGuess, sniffHeader } from './sniff-header.ts'
import { type FigureColumn, type MarksGuess, sniffMarks } from './sniff-marks.ts'
import { sniffRows } from './sniff-rows.ts'
import { columnLabel, filledCells, type Table } from './table.ts'
import { standInHeaders } from './unnamed-columns.ts'

/** How much of a file's beginning `inspectCsv` wants to see; more is not looked at. */
export const INSPECT_BYTES = 1 << 20
const SAMPLE_ROWS = 8

/**
 * Guesses how a CSV file is to be read, from its beginning (the first `INSPECT_BYTES`, or all of a shorter file).
 * Fails where the file is empty or no text; a file that lacks a date or a metric is `blocked` instead, since a choice
 * by hand may still help. What is `fixed` is not guessed, and the rest is guessed from the cells it gives.
 */
export function inspectCsv(
  head: Uint8Array,
  fileName: string,
  metrics: readonly Metric[],
  fixed: FixedChoices = {},
): Result<Inspection, FileProblem> {
  const seen = head.subarray(0, INSPECT_BYTES)
  const encoding = sniffEncoding(seen)
  if (seen.length === 0) return fail({ kind: 'empty', message: 'The file is empty.' })
  if (encoding.kind === 'binary')
    return fail({
      kind: 'binary',
      message: `This is no CSV file. ${encoding.because} Export a CSV file and try again.`,
    })
  const chosen = fixed.encoding ?? encoding.encoding
  const text = decodeHead(seen, chosen)
  if (text.trim() === '') return fail({ kind: 'empty', message: 'The file holds nothing but blanks.' })

  const dialect = sniffDialect(text, fixed.delimiter)
  const rows = rowsOf(text, dialect, head.length >= INSPECT_BYTES)
  const header = sniffHeader(rows, fixed.hasHeader)
  const tables = tablesOf(rows, header, metrics)
  const first = tables[0]
  const vendor = recogniseVendor(first.table.headers, fileName)
  const fileMetric = metricOfFileName(fileName, metrics)
  const guesses = tables.map(({ table }) => sniffColumns(table, metrics, vendor, fileMetric))
  const guess = guesses[0] ?? sniffColumns(first.table, metrics, vendor, fileMetric)

  const order = sniffDateOrder(tables.flatMap(({ table }, index) => dateCells(table, guesses[index] ?? guess)))
  const marks = marksOf(tables, guesses, metrics)
  const date = guess.roles.findIndex(({ kind }) => kind === 'date')
  const filter = sniffRows(first.table, vendor, date, countsSteps(guess))
  const isBlocks = tables.length > 1

  const layout: Layout = {
    encoding: chosen,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    decimal: marks.guess.decimal,
    thousands: marks.guess.thousands,
    dateOrder: order.order,
    hasHeader: header.hasHeader,
    skipLines: header.skipLines,
    shape: guess.shape,
    columns: marks.roles[0] ?? guess.roles,
    metricNames: marks.names,
    source: sourceId(isBlocks ? 'fitbit' : (vendor?.source ?? 'csv')),
    format: isBlocks ? 'fitbit-blocks' : (vendor?.format ?? `csv-${guess.shape}`),
    ...(filter.rows === undefined ? {} : { rows: filter.rows }),
    ...(vendor?.nightsBy === undefined ? {} : { nightsBy: vendor.nightsBy }),
    ...(vendor?.zeroIs === undefined ? {} : { zeroIs: vendor.zeroIs }),
    ...(guess.shape === 'long' ? { namesSeen: guess.namesSeen } : {}),
    ...(vendor?.ragged === true ? { ragged: true } : {}),
    ...(isBlocks ? { blocks: blocksOf(tables, marks.roles) } : {}),
  }
  const evidence: Evidence[] = [
    fixed.encoding === undefined
      ? { about: 'encoding', text: encoding.because, sure: encoding.sure }
      : { about: 'encoding', text: 'The letters are read as you chose.', sure: true },
    { about: 'delimiter', text: dialect.because, sure: dialect.sure },
    { about: 'header', text: header.because, sure: header.sure && (first.named || fixed.hasHeader === false) },
    ...guesses.flatMap(({ evidence: seen }) => seen),
    { about: 'date-order', text: order.because, sure: order.sure },
    { about: 'decimal', text: marks.guess.decimalBecause, sure: marks.guess.sure },
    { about: 'thousands', text: marks.guess.thousandsBecause, sure: marks.guess.sure },
    ...filter.evidence,
    ...(vendor === undefined ? [] : [{ about: 'source' as const, text: sourceText(vendor), sure: true }]),
  ]
  const blocked = blockedBy(tables, guesses, layout)
  const width = Math.max(first.table.headers.length, guess.roles.length)
  return ok({
    layout,
    evidence,
    headers: Array.from({ length: width }, (_, column) =>
      columnLabel(header.hasHeader ? first.table.headers : [], column),
    ),
    sample: first.table.rows.slice(0, SAMPLE_ROWS),
    ...(blocked === undefined ? {} : { blocked }),
    ...(filter.choice === undefined ? {} : { rowChoice: filter.choice }),
  })
}

/** Whether the file is about steps; beside other metrics of a long file, one device's rows are not all there is. */
function countsSteps({ roles, metricNames }: ColumnsGuess): boolean {
  const named = Object.values(metricNames)
  return (
    roles.some((role) => role.kind === 'reading' && role.metric === 'steps') ||
    (named.length > 0 && named.every(({ metric }) => metric === 'steps'))
  )
}

interface TitledTable {
  readonly title: string
  readonly table: Table
  /** False where the columns are only guessed, because the file names none. */
  readonly named: boolean
}

function tablesOf(
  rows: readonly RawRow[],
  header: HeaderGuess,
  metrics: readonly Metric[],
): readonly [TitledTable, ...TitledTable[]] {
  const [block, ...more] = findBlocks(rows)
  if (block !== undefined && more.length > 0) {
    const named = ({ title, table }: { title: string; table: Table }) => ({ title, table, named: true })
    return [named(block), ...more.map(named)]
  }
  const data = rows
    .slice(header.skipLines + (header.hasHeader ? 1 : 0))
    .map(({ cells }) => cells)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (header.hasHeader)
    return [{ title: '', table: { headers: rows[header.skipLines]?.cells ?? [], rows: data }, named: true }]
  return [{ title: '', table: { headers: standInHeaders(data, metrics), rows: data }, named: false }]
}

function dateCells(table: Table, guess: ColumnsGuess): string[] {
  const column = guess.roles.findIndex(({ kind }) => kind === 'date')
  return column < 0 ? [] : filledCells(table, column)
}

function marksOf(
  tables: readonly TitledTable[],
  guesses: readonly ColumnsGuess[],
  metrics: readonly Metric[],
): { guess: MarksGuess; roles: ColumnRole[][]; names: Record<string, ReadingRole> } {
  const columns: FigureColumn[] = []
  const roles = guesses.map(({ roles }) => [...roles])
  const names: Record<string, ReadingRole> = { ...guesses[0]?.metricNames }
  const places: ((marks: NonNullable<ReadingRole['marks']>) => void)[] = []
  const add = (label: string, role: ReadingRole, cells: readonly string[], place: (typeof places)[number]) => {
    const metric = metrics.find(({ id }) => id === role.metric)
    if (metric === undefined || role.unit === 'labels' || role.unit === 'asleep') return
    columns.push({ label, metric, unit: role.unit, cells })
    places.push(place)
  }
  tables.forEach(({ table }, index) => {
    const own = roles[index] ?? []
    own.forEach((role, column) => {
      if (role.kind !== 'reading') return
      add(columnLabel(table.headers, column), role, filledCells(table, column), (marks) => {
        own[column] = { ...role, marks }
      })
    })
    const nameColumn = own.findIndex(({ kind }) => kind === 'metric-name')
    const valueColumn = own.findIndex(({ kind }) => kind === 'value')
    if (nameColumn < 0 || valueColumn < 0) return
    for (const [name, role] of Object.entries(names)) {
      const rows = table.rows.filter((row) => (row[nameColumn] ?? '').trim().toLowerCase() === name)
      add(name, role, filledCells({ headers: table.headers, rows }, valueColumn), (marks) => {
        names[name] = { ...role, marks }
      })
    }
  })
  const guess = sniffMarks(columns)
  for (const [index, marks] of guess.exceptions) places[index]?.(marks)
  return { guess, roles, names }
}

const blocksOf = (tables: readonly TitledTable[], roles: readonly (readonly ColumnRole[])[]): Block[] =>
  tables.map(({ title, table }, index) => ({
    title,
    headers: table.headers.map((_, column) => columnLabel(table.headers, column)),
    columns: roles[index] ?? [],
  }))

const sourceText = (vendor: { title: string; note?: string; zeroIs?: 'missing' }) =>
  [
    `Recognised as ${vendor.title}.`,
    vendor.note,
    vendor.zeroIs === 'missing' ? 'A 0 there means nothing was measured, so it is not imported.' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ')

function blockedBy(
  tables: readonly TitledTable[],
  guesses: readonly ColumnsGuess[],
  layout: Layout,
): string | undefined {
  if (tables.every(({ table }) => table.rows.length === 0)) return 'The file has a header and no rows.'
  const noDate = guesses.every((guess) => guess.noDate !== undefined) ? guesses[0]?.noDate : undefined
  if (noDate !== undefined) return noDate
  const reads = guesses.some(({ roles }) => roles.some(({ kind }) => kind === 'reading'))
  if (reads || Object.keys(layout.metricNames).length > 0) return undefined
  return 'No column holds one of your metrics (weight, steps, sleep, calories eaten, protein, mood) by its name. Choose what a column holds, if one does.'
}

// A source's name is one of `vendors.ts` or `csv`: lower case, digits and hyphens.
const sourceId = (name: string) => name as SourceId
