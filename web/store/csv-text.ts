/**
 * A text cell, quoted where it must be. A text that a spreadsheet would run as a formula gets an apostrophe before it:
 * a custom metric's name or a reflection may come from a file somebody else made.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A number, as it is stored, with a decimal point; empty for none. */
export function numberCell(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** A CSV file: UTF-8, comma, CRLF (RFC 4180), a header first. Without a byte order mark, which some readers take for text. */
export function csvFile(header: readonly string[], rows: Iterable<readonly string[]>): Blob {
  const parts = [`${header.join(',')}\r\n`]
  for (const row of rows) parts.push(`${row.join(',')}\r\n`)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
