import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  monthOf,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../../shared/calendar/civil-date.ts'
import { monthName } from './date-text.ts'
import type { HeatLevel } from './heat-levels.ts'

export interface HeatMonth {
  readonly column: number
  readonly text: string
  /** Left out where there is no room for every month. */
  readonly minor: boolean
}

/** A strip of weeks: columns are weeks, rows are weekdays. Days are numbered from the first day of the whole calendar. */
export interface HeatStrip {
  /** The year, where the calendar has a strip for each. */
  readonly label: string | undefined
  readonly first: number
  readonly days: number
  /** Weekday cells before the first day. */
  readonly offset: number
  readonly columns: number
  readonly months: readonly HeatMonth[]
}

/** Units of one cell in the drawing's own measure. */
export const CELL = 10
const LONGEST_STRIP = 371
const SHORT_STRIP = 182

/** The strips of `days` days from `start`: one, or one a calendar year where they would not fit in a strip. */
export function heatStrips(start: CivilDate, days: number, weekStart: Weekday): HeatStrip[] {
  if (days <= LONGEST_STRIP) return days === 0 ? [] : [strip(start, 0, days, weekStart, undefined)]
  const strips: HeatStrip[] = []
  let first = 0
  while (first < days) {
    const date = addDays(start, first)
    const next = civilDate(yearOf(date) + 1, 1, 1)
    const length = Math.min(days - first, next === undefined ? days : daysBetween(date, next))
    strips.push(strip(date, first, length, weekStart, String(yearOf(date))))
    first += length
  }
  return strips
}

function strip(date: CivilDate, first: number, days: number, weekStart: Weekday, label: string | undefined): HeatStrip {
  const january = civilDate(yearOf(date), 1, 1)
  // A strip of a year keeps its January on the left, so that the months of all years stand under each other.
  const before = label === undefined || january === undefined ? 0 : daysBetween(january, date)
  const offset = before + ((weekdayOf(label === undefined ? date : (january ?? date)) - weekStart + 7) % 7)
  const columns = label === undefined ? Math.ceil((offset + days) / 7) : 54
  return { label, first, days, offset, columns, months: monthColumns(date, days, offset) }
}

function monthColumns(date: CivilDate, days: number, offset: number): HeatMonth[] {
  const months: HeatMonth[] = []
  for (let index = 0; index < days; index += 1) {
    const day = addDays(date, index)
    if (index > 0 && !day.endsWith('-01')) continue
    const column = Math.floor((offset + index) / 7)
    const last = months.at(-1)
    // A month of a few days at the edge would run into the next one's name.
    if (last !== undefined && column - last.column < 3) months.pop()
    const month = monthOf(day)
    months.push({ column, text: monthName(month), minor: days > SHORT_STRIP && month % 3 !== 1 })
  }
  return months
}

export function cellOf(strip: HeatStrip, day: number): { column: number; row: number } {
  const place = strip.offset + day - strip.first
  return { column: Math.floor(place / 7), row: place % 7 }
}

/** The day under a point (in cells), or undefined outside the strip's days. */
export function dayAt(strip: HeatStrip, column: number, row: number): number | undefined {
  const within = Math.floor(column) * 7 + Math.floor(row) - strip.offset
  return within >= 0 && within < strip.days ? strip.first + within : undefined
}

// How much of a cell a square fills, before its rounded outline: a level shows by size as well as by colour. Level 0
// is the empty place that every day has and a value grows in.
const FILL: Record<HeatLevel, number> = { 0: 0.56, 1: 0.12, 2: 0.26, 3: 0.41, 4: 0.56 }

/** One SVG path a level, a square a day, so that ten years are fifty paths. Level 0 has all days. */
export function levelPaths(strip: HeatStrip, levelOf: (day: number) => HeatLevel): Record<HeatLevel, string> {
  const paths: Record<HeatLevel, string> = { 0: '', 1: '', 2: '', 3: '', 4: '' }
  for (let day = strip.first; day < strip.first + strip.days; day += 1) {
    const cell = cellOf(strip, day)
    const level = levelOf(day)
    paths[0] += square(cell, FILL[0])
    if (level > 0) paths[level] += square(cell, FILL[level])
  }
  return paths
}

function square({ column, row }: { column: number; row: number }, fill: number): string {
  const size = Math.round(fill * CELL * 10) / 10
  const inset = (CELL - size) / 2
  return `M${column * CELL + inset} ${row * CELL + inset}h${size}v${size}h-${size}z`
}
