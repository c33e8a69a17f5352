import type { RawRow } from './csv-rows.ts'
import { namesColumns } from './sniff-header.ts'
import type { Table } from './table.ts'

/** A titled table of a file that holds several, such as Fitbit's old export (`Body`, `Foods`, `Activities`, `Sleep`). */
export interface TitledBlock {
  readonly title: string
  readonly table: Table
}

/** A file's titled tables: a line with the title alone, a header, rows until the next title. None: an ordinary file. */
export function findBlocks(rows: readonly RawRow[]): TitledBlock[] {
  const starts: number[] = []
  rows.forEach(({ cells }, index) => {
    if (titleOf(cells) !== undefined && namesColumns(rows[index + 1]?.cells ?? [])) starts.push(index)
  })
  return starts.map((start, index) => ({
    title: titleOf(rows[start]?.cells ?? []) ?? '',
    table: {
      headers: rows[start + 1]?.cells ?? [],
      rows: rows
        .slice(start + 2, starts[index + 1] ?? rows.length)
        .map(({ cells }) => cells)
        .filter((cells) => cells.some((cell) => cell.trim() !== '')),
    },
  }))
}

/** The text of a row that holds nothing but a title, or undefined. */
export function titleOf(cells: readonly string[]): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const title = filled[0]?.trim()
  return filled.length === 1 &&
    title !== undefined &&
    title === cells[0]?.trim() &&
    /^\p{L}[\p{L} \d-]{1,40}$/u.test(title)
    ? title
    : undefined
}
