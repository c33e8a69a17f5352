import { cleanCell } from './cell-text.ts'
import { type RawRow, rowsOf } from './csv-rows.ts'
import { dateParts } from './date-text.ts'
import { isTellingHeader } from './header-role.ts'
import type { Layout } from './import-types.ts'
import { markClue } from './number-text.ts'

export interface Dialect {
  readonly delimiter: Layout['delimiter']
  readonly quote: Layout['quote']
  readonly because: string
  readonly sure: boolean
}

const DELIMITERS: readonly { readonly delimiter: Layout['delimiter']; readonly name: string }[] = [
  { delimiter: ',', name: 'commas' },
  { delimiter: ';', name: 'semicolons' },
  { delimiter: '\t', name: 'tabs' },
  { delimiter: '|', name: 'vertical bars' },
]

const TRIAL_CHARACTERS = 40_000
const TRIAL_ROWS = 120

/** Which mark separates the columns and which one quotes a cell, by cutting the text with each and looking at the rows. `fixed` is what a person said. */
export function sniffDialect(text: string, fixed?: Layout['delimiter']): Dialect {
  const trial = text.slice(0, TRIAL_CHARACTERS)
  const quote = sniffQuote(trial)
  if (fixed !== undefined)
    return { delimiter: fixed, quote, because: 'Columns are separated as you chose.', sure: true }
  const tried = DELIMITERS.map((candidate) => ({
    ...candidate,
    score: fitness(rowsOf(trial, { delimiter: candidate.delimiter, quote }, text.length > TRIAL_CHARACTERS)),
  }))
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score === 0)
    return { delimiter: ',', quote, because: 'The file has one column.', sure: !/[,;\t|]/.test(trial) }
  const rival = tried.filter((other) => other !== best).reduce((a, b) => (b.score > a.score ? b : a))
  return {
    delimiter: best.delimiter,
    quote,
    because: `Columns are separated by ${best.name}.`,
    sure: rival.score < best.score * 0.9,
  }
}

/** A cell in apostrophes is rare, so it takes a clear majority of them. */
function sniffQuote(text: string): '"' | "'" {
  const double = text.match(/(?:^|[,;\t|\n])\s*"/g)?.length ?? 0
  const single = text.match(/(?:^|[,;\t|\n])'[^'\n]*'(?=$|[,;\t|\r\n])/g)?.length ?? 0
  return single > double ? "'" : '"'
}

/** 0 for one column; else how alike the rows are, how many cells read as something, and whether a header is known. */
function fitness(rows: readonly RawRow[]): number {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, TRIAL_ROWS)
  const wide = filled.filter(({ cells }) => cells.length > 1)
  if (wide.length === 0) return 0
  const widths = new Map<number, number>()
  for (const { cells } of filled) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width = 1, alike = 0] = [...widths].filter(([w]) => w > 1).reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0])
  const near = filled.filter(({ cells }) => Math.abs(cells.length - width) <= 1 && cells.length > 1).length
  let figures = 0
  let seen = 0
  for (const { cells } of wide) {
    for (const raw of cells) {
      const cell = cleanCell(raw)
      if (cell === '') continue
      seen++
      if (markClue(cell).kind !== 'no-number' || dateParts(cell) !== undefined) figures++
    }
  }
  const header = Math.max(0, ...filled.slice(0, 20).map(({ cells }) => cells.filter(isTellingHeader).length))
  return (alike + near) / (2 * filled.length) + figures / Math.max(1, seen) + Math.min(3, header)
}
