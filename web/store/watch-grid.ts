import { type CivilDate, civilDate, daysBetween, yearOf } from '../../shared/calendar/civil-date.ts'
import type { Metric, MetricId, SourceId } from '../../shared/metric/metric.ts'
import type { Database } from './database.ts'
import type { DailySeries } from './day-values.ts'
import { watchSeries } from './watch-series.ts'

/** One metric, one number a day; NaN where nothing is recorded. */
export type Column = Float64Array

/** Days that follow each other without a hole, and a column of stored values for each metric. */
export interface DayGrid {
  readonly start: CivilDate
  readonly days: number
  readonly columns: ReadonlyMap<MetricId, Column>
}

/** Days of the calendar, both ends included. */
interface Period {
  readonly from: CivilDate
  readonly to: CivilDate
}

/** What to keep in memory: these metrics on every day of the period. */
export interface GridPlan {
  readonly metrics: readonly Metric[]
  readonly period: Period
  readonly preferred: readonly SourceId[]
}

/**
 * Reads the plan's days a year at a time and goes on watching each year, so that a change to one day reads one year
 * again and no read holds up the page. `onGrid` is called when everything is there, and after each change with a new
 * grid in which columns that did not change are the same arrays. Answers how to stop.
 */
export function watchGrid(
  db: Database,
  plan: GridPlan,
  onGrid: (grid: DayGrid) => void,
  onError: (error: unknown) => void,
): () => void {
  const { metrics, period, preferred } = plan
  const years = yearsOf(period)
  const loaded = new Set<Period>()
  let grid = emptyGrid(metrics, period)
  const stops = years.map((year) => {
    const take = (series: readonly DailySeries[]) => {
      const isFirst = !loaded.has(year)
      loaded.add(year)
      const next = withSeries(grid, series)
      if (next === grid && !isFirst) return
      grid = next
      if (loaded.size === years.length) onGrid(grid)
    }
    return watchSeries(db, { metrics, ...year, preferredSources: preferred }, take, onError)
  })
  return () => {
    for (const stop of stops) stop()
  }
}

export function emptyGrid(metrics: readonly Metric[], period: Period): DayGrid {
  const days = daysBetween(period.from, period.to) + 1
  const columns = metrics.map((metric) => [metric.id, new Float64Array(days).fill(Number.NaN)] as const)
  return { start: period.from, days, columns: new Map(columns) }
}

/** The grid with these values in it; the same grid, or the same columns, where nothing differs. */
export function withSeries(grid: DayGrid, series: readonly DailySeries[]): DayGrid {
  const columns = new Map(grid.columns)
  let changed = false
  for (const { metric, start, values } of series) {
    const column = grid.columns.get(metric)
    const at = daysBetween(grid.start, start)
    if (column === undefined || equalAt(column, values, at)) continue
    const next = column.slice()
    next.set(values, at)
    columns.set(metric, next)
    changed = true
  }
  return changed ? { ...grid, columns } : grid
}

function equalAt(column: Column, values: Column, at: number): boolean {
  return values.every((value, index) => Object.is(value, column[at + index]))
}

/** The period cut at the turns of the years, newest first. */
function yearsOf(period: Period): Period[] {
  const years: Period[] = []
  for (let year = yearOf(period.to); year >= yearOf(period.from); year -= 1) {
    const first = civilDate(year, 1, 1)
    const last = civilDate(year, 12, 31)
    if (first === undefined || last === undefined) continue
    years.push({ from: later(first, period.from), to: earlier(last, period.to) })
  }
  return years
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b)
const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b)
