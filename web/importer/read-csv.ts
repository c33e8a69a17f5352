import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { type ByteSource, bytesOf, sizeOf } from './byte-source.ts'
import { type RawRow, RowCutter } from './csv-rows.ts'
import { decodeStream } from './decode.ts'
import type { FileProblem, Layout, Progress, ReadResult } from './import-types.ts'
import { RefusalLog } from './refusal-log.ts'
import { type Columns, RowReader } from './row-reader.ts'
import { titleOf } from './sniff-blocks.ts'

export interface ReadOptions {
  readonly metrics: readonly Metric[]
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** The person's zone, for moments that a file gives in UTC. Default UTC. */
  readonly timeZone?: string
  /** The person's day; a date more than a year after it is refused. Without it only dates after 2200 are. */
  readonly today?: CivilDate
}

/** Progress and cancelling are looked at this often. */
const BREATH_BYTES = 1 << 20

/**
 * Reads a file by `layout`, in pieces: memory grows with the days in the file, not with its size. Every cell that
 * cannot be read is refused with its row, its column and the reason; everything else is read all the same.
 *
 * Fails where the layout names no date column or no metric, the source cannot be read, or `signal` aborts.
 */
export async function readCsv(
  source: ByteSource,
  layout: Layout,
  options: ReadOptions,
): Promise<Result<ReadResult, FileProblem>> {
  const problem = problemOfLayout(layout)
  if (problem !== undefined) return fail(problem)
  const refusals = new RefusalLog()
  const table = new TableReader(layout, new RowReader(layout, options, refusals))
  const totalBytes = sizeOf(source)
  const pace = { bytes: 0, told: 0 }
  try {
    const cutter = new RowCutter(layout)
    for await (const text of decodeStream(counted(source, pace), layout.encoding)) {
      if (options.signal?.aborted === true) return fail(CANCELLED)
      table.read(cutter.push(text))
      if (pace.bytes - pace.told < BREATH_BYTES) continue
      pace.told = pace.bytes
      options.onProgress?.({ bytes: pace.bytes, totalBytes, rows: table.rows })
      // A turn of the event loop, so that a cancelling message can arrive.
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    table.read(cutter.end())
  } catch (error) {
    if (options.signal?.aborted === true) return fail(CANCELLED)
    // A file that was moved or taken off its drive while it was read, or a phone's cloud file that is not there.
    if (error instanceof DOMException || (error instanceof Error && 'code' in error))
      return fail({ kind: 'unreadable', message: `The file could not be read: ${error.message}` })
    throw error
  }
  options.onProgress?.({ bytes: pace.bytes, totalBytes: totalBytes === 0 ? pace.bytes : totalBytes, rows: table.rows })
  const readings = table.finish()
  return ok({
    format: layout.format ?? `csv-${layout.shape}`,
    rows: table.rows,
    readings,
    refused: refusals.kept,
    refusedCount: refusals.count,
    leftOut: table.leftOut,
    unknownWords: table.unknownWords,
  })
}

const CANCELLED: FileProblem = { kind: 'cancelled', message: 'The import was cancelled. Nothing was changed.' }

function problemOfLayout(layout: Layout): FileProblem | undefined {
  const tables = layout.blocks?.map(({ columns }) => columns) ?? [layout.columns]
  if (!tables.some((columns) => columns.some(({ kind }) => kind === 'date')))
    return { kind: 'no-date', message: 'No column is chosen for the date.' }
  const reads =
    layout.shape === 'long'
      ? Object.keys(layout.metricNames).length > 0 && layout.columns.some(({ kind }) => kind === 'value')
      : tables.some((columns) => columns.some(({ kind }) => kind === 'reading'))
  return reads ? undefined : { kind: 'no-metric', message: 'No column is chosen for a metric.' }
}

async function* counted(source: ByteSource, pace: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of bytesOf(source)) {
    pace.bytes += piece.length
    yield piece
  }
}

/** Finds the data rows: after the lines that are none, after the header, in the block whose title came last. */
class TableReader {
  readonly #layout: Layout
  readonly #reader: RowReader
  #columns: Columns | undefined
  #headerDue: boolean
  #repeatedHeaders = 0
  rows = 0

  constructor(layout: Layout, reader: RowReader) {
    this.#layout = layout
    this.#reader = reader
    this.#headerDue = layout.hasHeader
    this.#columns = layout.blocks === undefined ? { roles: layout.columns, headers: [] } : undefined
  }

  get leftOut(): number {
    return this.#reader.leftOut + this.#repeatedHeaders
  }

  get unknownWords(): readonly string[] {
    return this.#reader.unknownWords
  }

  finish() {
    return this.#reader.finish()
  }

  read(rows: readonly RawRow[]): void {
    for (const row of rows) this.#readRow(row)
  }

  #readRow(raw: RawRow): void {
    const { blocks, skipLines } = this.#layout
    if (raw.row <= skipLines && blocks === undefined) return
    if (raw.cells.every((cell) => cell.trim() === '')) return
    if (blocks !== undefined) {
      const title = titleOf(raw.cells)
      const block = blocks.find((known) => known.title === title)
      if (block !== undefined) {
        this.#columns = { roles: block.columns, headers: [] }
        this.#headerDue = true
        return
      }
    }
    if (this.#columns === undefined) return
    if (this.#headerDue) {
      this.#columns = { ...this.#columns, headers: raw.cells }
      this.#headerDue = false
      return
    }
    if (this.#isHeaderAgain(raw.cells, this.#columns)) {
      this.#repeatedHeaders++
      return
    }
    this.rows++
    this.#reader.read(raw, this.#columns)
  }

  /** Some exporters begin every record with the header, and files are joined with their headers left in. */
  #isHeaderAgain(cells: readonly string[], { roles, headers }: Columns): boolean {
    const column = roles.findIndex(({ kind }) => kind === 'date')
    const header = headers[column]
    return header !== undefined && header.trim() !== '' && cells[column] === header
  }
}
