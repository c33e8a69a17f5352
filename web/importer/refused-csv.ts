import type { Refused } from './import-types.ts'

/**
 * The refused cells as a CSV file to download. A cell that a spreadsheet would take for a formula gets an apostrophe in front, because its
 * text comes from a file nobody has vouched for.
 */
export function refusedCsv(refused: readonly Refused[]): string {
  const lines = refused.map(({ row, column, cell, reason }) => [String(row), column ?? '', cell ?? '', reason])
  return [['row', 'column', 'cell', 'reason'], ...lines].map((line) => `${line.map(safeCell).join(',')}\r\n`).join('')
}

function safeCell(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
