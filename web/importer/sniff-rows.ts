import { DEVICE_NAMES, PERSON_NAMES } from './header-aliases.ts'
import { headerName } from './header-name.ts'
import type { Evidence, RowChoice, RowFilter } from './import-types.ts'
import { columnLabel, filledCells, type Table } from './table.ts'
import type { Vendor } from './vendors.ts'

export interface RowsGuess {
  readonly rows?: RowFilter
  readonly choice?: RowChoice
  readonly evidence: readonly Evidence[]
}

const MOST_CHOICES = 500

/**
 * Which rows are one person's: a known export's own rule, or a column that tells people (or devices that counted the
 * same steps) apart. Of several, the first person and the busiest device are read until another is chosen.
 */
export function sniffRows(table: Table, vendor: Vendor | undefined, date: number, countsSteps: boolean): RowsGuess {
  const names = table.headers.map((header) => headerName(header).name)
  if (vendor?.rows !== undefined) {
    const { column: name, rule, values } = vendor.rows
    const column = names.indexOf(name)
    const seen = column >= 0 && filledCells(table, column).some((cell) => values.includes(cell))
    return seen ? { rows: { column, rule, values }, evidence: [] } : { evidence: [] }
  }
  const person = names.findIndex((name) => PERSON_NAMES.includes(name))
  const people = person < 0 ? undefined : apart(table, person, date)?.values
  if (people !== undefined) {
    const label = columnLabel(table.headers, person)
    const first = people[0] ?? ''
    const text = `The file holds rows of ${people.length} people (“${label}”). The rows of ${first} are read; choose whose you want.`
    return guess(person, first, people, 'Whose rows are yours?', text)
  }
  const device = countsSteps ? names.findIndex((name) => DEVICE_NAMES.includes(name)) : -1
  const devices = device < 0 ? undefined : apart(table, device, date)
  // Devices that followed each other count nothing twice.
  if (devices === undefined || !devices.sameDays) return { evidence: [] }
  const text = `The file holds rows of ${devices.values.length} devices, which count the same steps. Those of ${devices.busiest} are read.`
  return guess(device, devices.busiest, devices.values, 'Whose rows are read?', text)
}

function guess(column: number, value: string, values: readonly string[], question: string, text: string): RowsGuess {
  return {
    rows: { column, rule: 'only', values: [value] },
    choice: { column, question, values: values.slice(0, MOST_CHOICES) },
    evidence: [{ about: 'rows', text, sure: false }],
  }
}

/** The values of a column that has several, in more than one row each on average. `sameDays`: several share days. */
function apart(
  table: Table,
  column: number,
  date: number,
): { values: string[]; busiest: string; sameDays: boolean } | undefined {
  const counts = new Map<string, number>()
  const byDay = new Map<string, Set<string>>()
  let rows = 0
  for (const row of table.rows) {
    const value = (row[column] ?? '').trim()
    const day = dayOf(row[date] ?? '')
    // A header repeated inside the file is nobody.
    if (value === '' || day === '' || value === table.headers[column]?.trim()) continue
    counts.set(value, (counts.get(value) ?? 0) + 1)
    byDay.set(day, (byDay.get(day) ?? new Set()).add(value))
    rows++
  }
  const shared = [...byDay.values()].filter((values) => values.size > 1).length
  if (counts.size < 2 || rows < counts.size * 1.5) return undefined
  const [busiest = ''] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const)
  return { values: [...counts.keys()], busiest, sameDays: shared * 10 >= byDay.size }
}

// Dates are only compared here, so it is enough to cut a time off, whatever the order of the rest.
const dayOf = (cell: string) => cell.trim().replace(/[T ]\d{1,2}:.*$/, '')
