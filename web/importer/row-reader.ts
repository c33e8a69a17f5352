import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { cleanCell, isMissing } from './cell-text.ts'
import type { RawRow } from './csv-rows.ts'
import { type DateProblem, type Moment, readMoment, wallMinutes } from './date-text.ts'
import { DayAccumulator } from './day-accumulator.ts'
import { unitOfWord } from './header-name.ts'
import type { ColumnRole, DayReading, Layout, ReadingRole } from './import-types.ts'
import { notADate, outOfBounds } from './reasons.ts'
import type { RefusalLog } from './refusal-log.ts'
import { RepeatedRows } from './repeated-rows.ts'
import { type Interval, nightsOf, saysAsleep } from './sleep-intervals.ts'
import { roleOfLongName } from './sniff-columns.ts'
import { columnLabel } from './table.ts'
import { readValue } from './value-cell.ts'

/** Dates outside of this are slips of the pen. */
const EARLIEST = '1900-01-01' as CivilDate
const MOST_DAYS_AHEAD = 366
const CACHED_DATES = 20_000
/** More different words than this are sentences, which nobody would give a number each. */
const MOST_UNKNOWN_WORDS = 30

export interface RowRules {
  readonly metrics: readonly Metric[]
  readonly timeZone?: string
  readonly today?: CivilDate
}

/** The columns and their names that rows are read by; a file of blocks changes them on the way. */
export interface Columns {
  readonly roles: readonly ColumnRole[]
  readonly headers: readonly string[]
}

/** A cell that may become a value. */
interface Found {
  readonly cell: string
  readonly column: number
  readonly metric: Metric
  readonly role: ReadingRole
}

/** Turns data rows into values for days, and says of every cell it cannot read why. */
export class RowReader {
  readonly #layout: Layout
  readonly #rules: RowRules
  readonly #refusals: RefusalLog
  readonly #days = new DayAccumulator()
  readonly #intervals: Interval[] = []
  readonly #moments = new Map<string, Moment | DateProblem>()
  readonly #lateNames = new Map<string, ReadingRole | undefined>()
  readonly #repeated = new RepeatedRows()
  readonly #latest: CivilDate
  readonly #unknownWords = new Set<string>()
  leftOut = 0

  constructor(layout: Layout, rules: RowRules, refusals: RefusalLog) {
    this.#layout = layout
    this.#rules = rules
    this.#refusals = refusals
    this.#latest = rules.today === undefined ? ('2200-01-01' as CivilDate) : addDays(rules.today, MOST_DAYS_AHEAD)
  }

  get unknownWords(): readonly string[] {
    return [...this.#unknownWords]
  }

  /** Reads one row that is neither blank nor a header. */
  read(raw: RawRow, columns: Columns): void {
    const { cells } = raw
    const { rows: filter } = this.#layout
    if (
      filter !== undefined &&
      filter.values.includes((cells[filter.column] ?? '').trim()) !== (filter.rule === 'only')
    ) {
      this.leftOut++
      return
    }
    if (this.#isCutWrong(raw, columns)) return
    const found = this.#found(cells, columns)
    if (found.length === 0) return
    const moment = this.#moment(raw, columns)
    if (moment === undefined) return
    if (
      this.#repeated.isRepeat(
        cells,
        moment,
        found.map(({ metric }) => metric),
      )
    ) {
      this.leftOut++
      return
    }
    this.#take(raw, columns, found, moment)
  }

  /** The days' values; to be called once, after the last row. */
  finish(): DayReading[] {
    const sleep = this.#rules.metrics.find(({ id }) => id === 'sleep')
    if (sleep !== undefined) {
      for (const night of nightsOf(this.#intervals)) {
        if (night.hours > sleep.max) this.#refusals.add(night.firstRow, outOfBounds(sleep, night.hours))
        else this.#days.add(sleep, night.date, night.hours, night.end, night.firstRow)
      }
    }
    return this.#days.readings(this.#rules.metrics, this.#refusals)
  }

  /** A row with more cells than columns has a comma too many somewhere, so no cell of it can be trusted. */
  #isCutWrong({ row, cells, brokenQuote }: RawRow, { headers }: Columns): boolean {
    const extra = headers.length > 0 && cells.slice(headers.length).some((cell) => cell.trim() !== '')
    if (brokenQuote === true && (extra || cells.length < headers.length || cells.some((cell) => cell.includes('\n')))) {
      this.#refusals.add(row, 'A quotation mark in this row is not closed where its cell ends.')
      return true
    }
    if (!extra || this.#layout.ragged === true) return false
    const reason = `This row has ${cells.length} cells and the header ${headers.length}: a mark inside a number or text needs quotation marks.`
    this.#refusals.add(row, reason)
    return true
  }

  #found(cells: readonly string[], { roles }: Columns): Found[] {
    if (this.#layout.shape === 'long') return this.#foundLong(cells, roles)
    const found: Found[] = []
    roles.forEach((role, column) => {
      if (role.kind !== 'reading') return
      const cell = cleanCell(cells[column] ?? '')
      if (isMissing(cell)) return
      const metric = this.#rules.metrics.find(({ id }) => id === role.metric)
      // Of two columns for one metric the first that holds something counts, unless they are parts of a sum.
      if (metric === undefined || (role.part !== true && found.some((other) => other.metric === metric))) return
      found.push({ cell, column, metric, role })
    })
    return found
  }

  #foundLong(cells: readonly string[], roles: readonly ColumnRole[]): Found[] {
    const name = (cells[roles.findIndex(({ kind }) => kind === 'metric-name')] ?? '').trim()
    const column = roles.findIndex(({ kind }) => kind === 'value')
    const cell = cleanCell(cells[column] ?? '')
    const role = name === '' || isMissing(cell) ? undefined : this.#roleOfName(name)
    const metric = role === undefined ? undefined : this.#rules.metrics.find(({ id }) => id === role.metric)
    return role === undefined || metric === undefined ? [] : [{ cell, column, metric, role }]
  }

  #roleOfName(name: string): ReadingRole | undefined {
    const key = name.toLowerCase()
    const { metricNames } = this.#layout
    const known = Object.hasOwn(metricNames, key) ? metricNames[key] : undefined
    if (known !== undefined || this.#layout.namesSeen === undefined || this.#layout.namesSeen.includes(key))
      return known
    if (!this.#lateNames.has(key)) {
      const late = roleOfLongName(name, this.#rules.metrics)
      const taken = Object.values(this.#layout.metricNames).some(({ metric }) => metric === late?.metric)
      this.#lateNames.set(key, taken ? undefined : late)
    }
    return this.#lateNames.get(key)
  }

  #moment({ row, cells }: RawRow, { roles, headers }: Columns): Moment | undefined {
    const column = roles.findIndex(({ kind }) => kind === 'date')
    const cell = cleanCell(cells[column] ?? '')
    const label = columnLabel(headers, column)
    if (isMissing(cell)) {
      this.#refusals.add(row, 'The row has no date.', label)
      return undefined
    }
    const moment = this.#readMoment(cell)
    if (typeof moment === 'string') {
      this.#refusals.add(row, notADate(moment, cell, this.#layout.dateOrder), label, cell)
      return undefined
    }
    if (moment.date > this.#latest || moment.date < EARLIEST) {
      const reason =
        moment.date < EARLIEST ? `${moment.date} is too long ago.` : `${moment.date} lies too far in the future.`
      this.#refusals.add(row, reason, label, cell)
      return undefined
    }
    return moment
  }

  #readMoment(cell: string): Moment | DateProblem {
    const cached = this.#moments.get(cell)
    if (cached !== undefined) return cached
    const moment = readMoment(cell, this.#layout.dateOrder, this.#rules.timeZone)
    if (this.#moments.size >= CACHED_DATES) this.#moments.clear()
    this.#moments.set(cell, moment)
    return moment
  }

  #take(raw: RawRow, columns: Columns, found: readonly Found[], moment: Moment): void {
    const unitColumn = columns.roles.findIndex(({ kind }) => kind === 'unit')
    const unit = unitColumn < 0 ? undefined : unitOfWord(raw.cells[unitColumn] ?? '')
    const parts = new Map<Metric, { value: number; column: string }>()
    for (const { cell, column, metric, role } of found) {
      const label = columnLabel(columns.headers, column)
      if (role.unit === 'asleep') {
        this.#takeInterval(raw, columns, cell, moment)
        continue
      }
      const read = readValue(cell, metric, role, this.#layout, unit)
      if (!read.ok) {
        this.#refusals.add(raw.row, read.reason, label, cell)
        if (read.unknownWord !== undefined && this.#unknownWords.size < MOST_UNKNOWN_WORDS)
          this.#unknownWords.add(read.unknownWord)
        continue
      }
      if (read.value === undefined) continue
      if (role.part === true) {
        const sum = (parts.get(metric)?.value ?? 0) + read.value
        parts.set(metric, { value: sum, column: label })
      } else this.#keep(metric, read.value, moment, raw.row, label)
    }
    for (const [metric, { value, column }] of parts) this.#keep(metric, value, moment, raw.row, column)
  }

  #keep(metric: Metric, value: number, moment: Moment, row: number, column: string): void {
    this.#days.add(metric, this.#dayOf(metric, value, moment), value, wallMinutes(moment), row, column)
  }

  /** A night belongs to the day it ended. */
  #dayOf(metric: Metric, value: number, moment: Moment): CivilDate {
    const { nightsBy } = this.#layout
    if (metric.id !== 'sleep' || nightsBy === undefined || nightsBy === 'wake') return moment.date
    if (nightsBy === 'bedtime') return addDays(moment.date, 1)
    return addDays(moment.date, Math.floor((moment.minutes + value * 60) / 1440))
  }

  #takeInterval({ row, cells }: RawRow, { roles, headers }: Columns, value: string, end: Moment): void {
    if (!saysAsleep(value)) return
    const column = roles.findIndex(({ kind }) => kind === 'start')
    const cell = cleanCell(cells[column] ?? '')
    const start = this.#readMoment(cell)
    if (typeof start === 'string') {
      this.#refusals.add(row, notADate(start, cell, this.#layout.dateOrder), columnLabel(headers, column), cell)
      return
    }
    const interval = { start: wallMinutes(start, end), end: wallMinutes(end), row }
    if (interval.end > interval.start) this.#intervals.push(interval)
    else this.#refusals.add(row, 'The sleep ends before it begins.', columnLabel(headers, column), cell)
  }
}
