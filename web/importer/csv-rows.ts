import Papa from 'papaparse'
import type { Layout } from './import-types.ts'

/** A row as the file has it; `row` counts from 1 as a spreadsheet does, blank lines included. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly string[]
  /** A quotation mark stands where none may, so the cells may be cut in the wrong places. */
  readonly brokenQuote?: boolean
}

/** A row longer than this is a quotation mark that never closed, not a row. */
const LONGEST_ROW = 1 << 20

/**
 * Cuts text that comes in pieces into rows. Holds at most one unfinished row, so a file's size does not matter.
 * Line endings may be mixed. A quotation mark that never closes costs its own line, not the rest of the file.
 */
export class RowCutter {
  readonly #delimiter: string
  readonly #parser: Papa.Parser
  #rest = ''
  #row = 0
  #heldReturn = false

  constructor(layout: Pick<Layout, 'delimiter' | 'quote'>) {
    this.#delimiter = layout.delimiter
    this.#parser = new Papa.Parser({ delimiter: layout.delimiter, quoteChar: layout.quote, newline: '\n' })
  }

  /** The rows that `piece` completes. */
  push(piece: string): RawRow[] {
    this.#rest += this.#unixLines(piece)
    const rows = this.#completeRows()
    while (this.#rest.length > LONGEST_ROW) {
      rows.push(this.#brokenLine())
      for (const row of this.#completeRows()) rows.push(row)
    }
    return rows
  }

  /** The last row, where the file does not end with a line end. */
  end(): RawRow[] {
    if (this.#heldReturn) this.#rest += '\n'
    this.#heldReturn = false
    const rows = this.#completeRows()
    while (this.#rest !== '') {
      const { cells, closed } = lastRow(this.#parser, this.#rest)
      if (closed) {
        rows.push({ row: ++this.#row, cells })
        this.#rest = ''
      } else {
        rows.push(this.#brokenLine())
        for (const row of this.#completeRows()) rows.push(row)
      }
    }
    return rows
  }

  #completeRows(): RawRow[] {
    if (this.#rest === '') return []
    const { data, errors, cursor } = parsed(this.#parser.parse(this.#rest, 0, true))
    const broken = new Set(errors.map((error) => error.row))
    const rows: RawRow[] = data.map((cells, index) =>
      broken.has(index) ? { row: ++this.#row, cells, brokenQuote: true } : { row: ++this.#row, cells },
    )
    this.#rest = this.#rest.slice(cursor)
    return rows
  }

  #brokenLine(): RawRow {
    const end = this.#rest.indexOf('\n')
    const line = end < 0 ? this.#rest : this.#rest.slice(0, end)
    this.#rest = end < 0 ? '' : this.#rest.slice(end + 1)
    return { row: ++this.#row, cells: line.slice(0, LONGEST_ROW).split(this.#delimiter), brokenQuote: true }
  }

  #unixLines(piece: string): string {
    let text = this.#heldReturn ? `\r${piece}` : piece
    this.#heldReturn = text.endsWith('\r')
    if (this.#heldReturn) text = text.slice(0, -1)
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  }
}

/** All rows of a short text, such as a file's beginning; a row cut at the end is left out where `cut` says so. */
export function rowsOf(text: string, layout: Pick<Layout, 'delimiter' | 'quote'>, cut = false): RawRow[] {
  const cutter = new RowCutter(layout)
  const rows = cutter.push(text)
  if (!cut) rows.push(...cutter.end())
  return rows
}

interface Parsed {
  readonly data: readonly string[][]
  readonly errors: readonly { readonly code: string; readonly row?: number }[]
  readonly cursor: number
}

// The parser's own type is `any`; this is what papaparse.js returns from `parse`.
function parsed(answer: { data: string[][]; errors: Papa.ParseError[]; meta: { cursor: number } }): Parsed {
  return {
    data: answer.data,
    errors: answer.errors.map(({ code, row }) => (row === undefined ? { code } : { code, row })),
    cursor: answer.meta.cursor,
  }
}

function lastRow(parser: Papa.Parser, text: string): { cells: readonly string[]; closed: boolean } {
  const { data, errors } = parsed(parser.parse(text, 0, false))
  return { cells: data[0] ?? [], closed: !errors.some((error) => error.code === 'MissingQuotes') }
}
