import { dateParts } from './date-text.ts'
import { timeRoleOf } from './header-role.ts'
import { columnLabel, filledCells, type Table } from './table.ts'

export interface DateColumnGuess {
  /** Undefined where no column holds dates. */
  readonly column?: number
  readonly because: string
  readonly sure: boolean
}

/** Which column says the day. `nights`: the file is about sleep, so of an interval its end counts. */
export function sniffDateColumn(table: Table, nights: boolean): DateColumnGuess {
  const width = Math.max(table.headers.length, ...table.rows.slice(0, 50).map((row) => row.length))
  const candidates: { column: number; score: number; share: number }[] = []
  let months: string | undefined
  for (let column = 0; column < width; column++) {
    const cells = filledCells(table, column).slice(0, 2000)
    if (cells.length === 0) continue
    const parts = cells.map((cell) => dateParts(cell))
    if (parts.filter((part) => part?.form === 'month-only').length * 2 > cells.length) {
      months ??= columnLabel(table.headers, column)
      continue
    }
    const share = parts.filter((part) => part !== undefined && part.form !== 'month-only').length / cells.length
    const score = scoreOf(table.headers[column] ?? '', share, nights)
    if (score > 0) candidates.push({ column, score, share })
  }
  if (candidates.length === 0) {
    const because =
      months === undefined
        ? 'No column holds dates. A row needs its day, such as 2026-11-23.'
        : `“${months}” holds months, and a value needs its day, such as 2026-11-23.`
    return { because, sure: false }
  }
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
  const label = columnLabel(table.headers, best.column)
  return {
    column: best.column,
    because: `The day is in “${label}”.`,
    sure: best.score >= 10 || candidates.length === 1,
  }
}

/** 0: no date column. A name for the day itself beats a moment; without a name, nearly every cell must be a date. */
function scoreOf(header: string, share: number, nights: boolean): number {
  const role = timeRoleOf(header)
  if (role === undefined) return share > 0.8 ? share : 0
  if (share < 0.3) return 0
  const base = { day: 300, end: nights ? 200 : 100, moment: nights ? 100 : 200 }[role.kind]
  return base - role.rank + share
}
