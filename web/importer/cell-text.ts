/** What exporters write where nothing was recorded. Compared in lower case. */
const MISSING = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'na',
  'n/a',
  'nan',
  'null',
  'none',
  'nil',
  'undefined',
  '#n/a',
  '(null)',
])

/** Whether a cell says that nothing was recorded, which is neither zero nor an error. */
export function isMissing(cell: string): boolean {
  return cell === '' || (cell.length <= 9 && MISSING.has(cell.toLowerCase()))
}

/** A cell without the spaces around it (no-break ones too) and without quotation marks a parser has left standing. */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim()
  const first = trimmed[0]
  if (trimmed.length >= 2 && (first === '"' || first === "'") && trimmed.endsWith(first))
    return trimmed.slice(1, -1).trim()
  return trimmed
}
