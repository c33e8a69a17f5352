import type { Metric } from '../../shared/metric/metric.ts'
import { readDuration } from './duration-text.ts'
import { EATING_WORDS, METRIC_NAME_NAMES, MOVING_WORDS, UNIT_NAMES, VALUE_NAMES } from './header-aliases.ts'
import { headerName, unitOfWord } from './header-name.ts'
import type { ColumnRole, Evidence, ReadingRole } from './import-types.ts'
import { type AliasMatch, metricOfName } from './metric-alias.ts'
import { markClue } from './number-text.ts'
import { sniffDateColumn } from './sniff-date-column.ts'
import { sniffUnit } from './sniff-unit.ts'
import { columnLabel, filledCells, type Table } from './table.ts'
import type { Vendor } from './vendors.ts'

export interface ColumnsGuess {
  readonly shape: 'wide' | 'long'
  readonly roles: readonly ColumnRole[]
  readonly metricNames: Readonly<Record<string, ReadingRole>>
  readonly namesSeen: readonly string[]
  readonly evidence: readonly Evidence[]
  /** Why there is no date column. */
  readonly noDate?: string
}

/** Decides what every column of a table is. `fileMetric`: the metric that the file's own name tells. */
export function sniffColumns(
  table: Table,
  metrics: readonly Metric[],
  vendor: Vendor | undefined,
  fileMetric: Metric | undefined,
): ColumnsGuess {
  const width = Math.max(table.headers.length, ...table.rows.slice(0, 50).map((row) => row.length))
  const roles: ColumnRole[] = Array.from({ length: width }, () => ({ kind: 'ignore' }))
  const evidence: Evidence[] = []
  const fixed = new Set<number>()
  for (const [column, role] of vendorRoles(table, metrics, vendor)) {
    roles[column] = role
    fixed.add(column)
  }
  const names = table.headers.map((header) => headerName(header).name)
  const find = (known: readonly string[]) =>
    names.findIndex((name, column) => !fixed.has(column) && known.includes(name))

  const metricName = roles.findIndex(({ kind }) => kind === 'metric-name')
  const value = roles.findIndex(({ kind }) => kind === 'value')
  const nameColumn = metricName >= 0 ? metricName : find(METRIC_NAME_NAMES)
  const valueColumn = value >= 0 ? value : find(VALUE_NAMES)
  const isLong =
    nameColumn >= 0 && valueColumn >= 0 && (metricName >= 0 || namesMetrics(filledCells(table, nameColumn), metrics))
  const long = isLong ? longNames(table, nameColumn, valueColumn, metrics, evidence) : undefined
  if (long !== undefined) {
    roles[nameColumn] = { kind: 'metric-name' }
    roles[valueColumn] = { kind: 'value' }
    const unitColumn = find(UNIT_NAMES)
    if (unitColumn >= 0) roles[unitColumn] = { kind: 'unit' }
    evidence.push({
      about: 'shape',
      text: `Each row is one value: “${columnLabel(table.headers, nameColumn)}” says of what.`,
      sure: true,
    })
  } else {
    if (metricName >= 0) roles[metricName] = { kind: 'ignore' }
    readingColumns(table, metrics, roles, fixed, evidence, fileMetric)
    evidence.push({ about: 'shape', text: 'Each metric has a column.', sure: true })
  }

  const nights =
    long === undefined
      ? roles.some((role) => role.kind === 'reading' && role.metric === 'sleep')
      : Object.values(long.names).some(({ metric }) => metric === 'sleep')
  const fixedDate = roles.findIndex(({ kind }) => kind === 'date')
  const date = fixedDate >= 0 && filledCells(table, fixedDate).length > 0 ? undefined : sniffDateColumn(table, nights)
  if (date !== undefined) {
    if (fixedDate >= 0) roles[fixedDate] = { kind: 'ignore' }
    if (date.column !== undefined) roles[date.column] = { kind: 'date' }
    evidence.push({ about: 'columns', text: date.because, sure: date.sure })
  } else
    evidence.push({ about: 'columns', text: `The day is in “${columnLabel(table.headers, fixedDate)}”.`, sure: true })
  return {
    shape: long === undefined ? 'wide' : 'long',
    roles,
    metricNames: long?.names ?? {},
    namesSeen: long?.seen ?? [],
    evidence,
    ...(date !== undefined && date.column === undefined ? { noDate: date.because } : {}),
  }
}

function vendorRoles(table: Table, metrics: readonly Metric[], vendor: Vendor | undefined): Map<number, ColumnRole> {
  const found = new Map<number, ColumnRole>()
  for (const [name, role] of Object.entries(vendor?.roles ?? {})) {
    const column = table.headers.findIndex((header) => headerName(header).name === name)
    if (column < 0) continue
    if (role.kind !== 'reading') found.set(column, { kind: role.kind })
    else {
      const metric = metrics.find(({ id }) => id === role.metric)
      if (metric === undefined) continue
      const part = role.part === true ? { part: true } : {}
      found.set(column, { kind: 'reading', metric: metric.id, unit: role.unit, ...part })
    }
  }
  return found
}

const namesMetrics = (cells: readonly string[], metrics: readonly Metric[]) =>
  [...new Set(cells)].some((cell) => longName(cell, metrics) !== undefined)

/** A long file's name for a metric; Apple's sleep records hold intervals, not hours. */
function longName(name: string, metrics: readonly Metric[]): (AliasMatch & { readonly intervals?: true }) | undefined {
  if (/^(?:HKCategoryTypeIdentifier)?SleepAnalysis$/i.test(name)) {
    const metric = metrics.find(({ id }) => id === 'sleep')
    return metric === undefined ? undefined : { metric, unit: 'asleep', rank: 0, intervals: true }
  }
  return metricOfName(name, metrics)
}

/** The role of a metric name of a long file met after the inspection, from its alias and its unit's name alone. */
export function roleOfLongName(name: string, metrics: readonly Metric[]): ReadingRole | undefined {
  const match = longName(name, metrics)
  if (match === undefined) return undefined
  return { metric: match.metric.id, unit: match.unit ?? sniffUnit(match.metric, []).unit }
}

function longNames(
  table: Table,
  nameColumn: number,
  valueColumn: number,
  metrics: readonly Metric[],
  evidence: Evidence[],
): { names: Record<string, ReadingRole>; seen: string[] } | undefined {
  const cells = new Map<string, { spelled: string; values: string[] }>()
  for (const row of table.rows) {
    const spelled = (row[nameColumn] ?? '').trim()
    const key = spelled.toLowerCase()
    if (key === '') continue
    const known = cells.get(key)
    const value = (row[valueColumn] ?? '').trim()
    if (known === undefined) cells.set(key, { spelled, values: [value] })
    else known.values.push(value)
  }
  // A column with a name a row is no metric column (a note, an id).
  if (cells.size > 500) return undefined
  const names: Record<string, ReadingRole> = {}
  const left: string[] = []
  const burned = looksBurned([...cells.keys()])
  for (const [key, { spelled, values }] of cells) {
    const match = longName(spelled, metrics)
    if (match === undefined || (match.metric.id === 'calories' && burned !== undefined && !saysEaten(spelled))) {
      left.push(spelled)
      continue
    }
    const guess = sniffUnit(match.metric, values)
    names[key] = { metric: match.metric.id, unit: match.unit ?? guess.unit }
    if (match.unit === undefined && guess.because !== undefined)
      evidence.push({ about: 'units', text: `“${spelled}”: ${guess.because}.`, sure: guess.sure })
  }
  evidence.push(...twins(names, cells, metrics))
  if (left.length > 0)
    evidence.push({ about: 'columns', text: `Left out, as none of your metrics: ${someOf(left)}.`, sure: true })
  return { names, seen: [...cells.keys()] }
}

/** Two names for one metric would be added up; the first is kept. */
function twins(
  names: Record<string, ReadingRole>,
  cells: ReadonlyMap<string, { spelled: string }>,
  metrics: readonly Metric[],
): Evidence[] {
  const evidence: Evidence[] = []
  const kept = new Map<string, string>()
  const rank = (key: string) => longName(cells.get(key)?.spelled ?? key, metrics)?.rank ?? 0
  for (const key of Object.keys(names).sort((a, b) => rank(a) - rank(b))) {
    const role = names[key]
    if (role === undefined) continue
    const first = kept.get(role.metric)
    if (first === undefined) kept.set(role.metric, key)
    else {
      delete names[key]
      const text = `“${cells.get(first)?.spelled ?? first}” and “${cells.get(key)?.spelled ?? key}” are the same metric: only the first is read.`
      evidence.push({ about: 'columns', text, sure: false })
    }
  }
  return evidence
}

function readingColumns(
  table: Table,
  metrics: readonly Metric[],
  roles: ColumnRole[],
  fixed: ReadonlySet<number>,
  evidence: Evidence[],
  fileMetric: Metric | undefined,
): void {
  const taken = new Set(roles.flatMap((role) => (role.kind === 'reading' ? [role.metric] : [])))
  const found = new Map<Metric, { column: number; match: AliasMatch; filled: number }[]>()
  table.headers.forEach((header, column) => {
    const match = fixed.has(column) ? undefined : metricOfName(header, metrics)
    if (match === undefined) {
      if (!fixed.has(column)) namesTwo(header, metrics, evidence)
      return
    }
    if (taken.has(match.metric.id)) return
    const filled = filledCells(table, column).filter((cell) => readable(cell, match.metric)).length
    const others = found.get(match.metric) ?? []
    found.set(match.metric, [...others, { column, match, filled }])
  })
  const burned = looksBurned(table.headers)
  for (const [metric, candidates] of found) {
    const ranked = candidates.toSorted(
      (a, b) => Number(b.filled > 0) - Number(a.filled > 0) || a.match.rank - b.match.rank || a.column - b.column,
    )
    const best = ranked[0]
    if (best === undefined) continue
    const header = columnLabel(table.headers, best.column)
    if (metric.id === 'calories' && burned !== undefined && !saysEaten(header)) {
      const text = `“${header}” looks like energy burned (the file also has “${burned}”), so it is left out. Choose it if it is energy eaten.`
      evidence.push({ about: 'columns', text, sure: false })
      continue
    }
    const guess = sniffUnit(metric, filledCells(table, best.column))
    const unit = best.match.unit ?? guess.unit
    roles[best.column] = { kind: 'reading', metric: metric.id, unit }
    if (best.match.unit === undefined && guess.because !== undefined)
      evidence.push({ about: 'units', text: `“${header}”: ${guess.because}.`, sure: guess.sure })
    evidence.push({ about: 'columns', text: `“${header}” is ${metric.name.toLowerCase()}.`, sure: true })
    if (ranked.length > 1) {
      const others = ranked.slice(1).map(({ column }) => columnLabel(table.headers, column))
      const text = `${metric.name} stands in ${ranked.length} columns; “${header}” is read and ${someOf(others)} left out.`
      evidence.push({ about: 'columns', text, sure: false })
    }
  }
  if (!roles.some(({ kind }) => kind === 'reading')) loneColumn(table, roles, fixed, evidence, fileMetric)
}

/** A table of a date and one column of figures whose header says nothing: the file's name may. */
function loneColumn(
  table: Table,
  roles: ColumnRole[],
  fixed: ReadonlySet<number>,
  evidence: Evidence[],
  metric: Metric | undefined,
): void {
  if (metric === undefined) return
  const date = sniffDateColumn(table, metric.id === 'sleep').column
  const columns = roles.flatMap((_, column) => {
    if (column === date || fixed.has(column)) return []
    const { name } = headerName(table.headers[column] ?? '')
    const unnamed = name === '' || VALUE_NAMES.includes(name) || unitOfWord(name) !== undefined
    const cells = filledCells(table, column)
    return unnamed && cells.length > 0 && cells.every((cell) => readable(cell, metric)) ? [column] : []
  })
  const column = columns[0]
  if (column === undefined || columns.length > 1) return
  const { unit } = sniffUnit(metric, filledCells(table, column))
  roles[column] = { kind: 'reading', metric: metric.id, unit }
  const text = `No header names a metric; the file's name says ${metric.name.toLowerCase()}.`
  evidence.push({ about: 'columns', text, sure: false })
}

/** "Steps / Calories" over one column: nothing in it can be told apart. */
function namesTwo(header: string, metrics: readonly Metric[], evidence: Evidence[]): void {
  const parts = header.split(/\s*(?:[/+&,;|]|\band\b|\bund\b)\s*/i).filter((part) => part !== '')
  const found = new Set(parts.flatMap((part) => metricOfName(part, metrics)?.metric.name ?? []))
  if (found.size < 2) return
  const text = `“${header.trim()}” names ${[...found].join(' and ').toLowerCase()} in one column, so it is left out. Choose what it holds.`
  evidence.push({ about: 'columns', text, sure: false })
}

function readable(cell: string, metric: Metric): boolean {
  if (metric.quantity === 'rating') return cell.length <= 40
  return (
    markClue(cell.replace(/\s*[\p{L}%]+\.?$/u, '')).kind !== 'no-number' ||
    (metric.quantity === 'duration' && readDuration(cell) !== undefined)
  )
}

/** The header that shows the file to be about moving, where nothing shows it to be about eating. */
function looksBurned(headers: readonly string[]): string | undefined {
  const names = headers.map((header) => headerName(header).name)
  if (names.some((name) => EATING_WORDS.some((word) => name.includes(word)))) return undefined
  const index = names.findIndex((name) => MOVING_WORDS.some((word) => name.includes(word)))
  return index < 0 ? undefined : headers[index]?.trim()
}

const saysEaten = (header: string) => /\bin\b|intake|eaten|consumed|diet|food/.test(headerName(header).name)

const someOf = (names: readonly string[]) =>
  names.length <= 6
    ? names.map((name) => `“${name}”`).join(', ')
    : `${names
        .slice(0, 6)
        .map((name) => `“${name}”`)
        .join(', ')} and ${names.length - 6} more`
