import { cleanCell, isMissing } from './cell-text.ts'

/** The beginning of a table as the sniffers see it: the header's names and the rows below it. */
export interface Table {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A column's cells that hold something. */
export function filledCells(table: Table, column: number): string[] {
  const cells: string[] = []
  for (const row of table.rows) {
    const cell = cleanCell(row[column] ?? '')
    if (!isMissing(cell)) cells.push(cell)
  }
  return cells
}

/** How a column is called to a person: its header, or its place. */
export function columnLabel(headers: readonly string[], column: number): string {
  const header = headers[column]?.trim() ?? ''
  return header === '' ? `column ${column + 1}` : header
}
