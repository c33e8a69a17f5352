import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { MetricId } from '../../../shared/metric/metric.ts'
import { type DayGrid, isRecorded } from './day-grid.ts'
import type { DaysShown } from './view-state.ts'

/** A day of the table. Its values are read off the grid: ten years of rows hold two fields each. */
export interface DayRow {
  readonly date: CivilDate
  /** Where the day stands in the grid. */
  readonly at: number
}

export interface RowFilter {
  readonly shown: DaysShown
  /** The metric that `recorded` and `missing` are about. */
  readonly metric: MetricId
  readonly from: CivilDate | undefined
  readonly to: CivilDate | undefined
  /** Days after it are listed only where something is recorded: a day to come is not missing. */
  readonly today: CivilDate
}

/** The days to list, oldest first: `all` are those on which any metric is recorded. */
export function dayRows(grid: DayGrid, filter: RowFilter): DayRow[] {
  const { shown, metric, from, to, today } = filter
  const columns = [...grid.columns.values()]
  const own = grid.columns.get(metric)
  const rows: DayRow[] = []
  for (let at = 0; at < grid.days; at += 1) {
    const recorded = isRecorded(own?.[at] ?? Number.NaN)
    if (shown === 'recorded' && !recorded) continue
    if (shown === 'missing' && recorded) continue
    if (shown === 'all' && !columns.some((column) => isRecorded(column[at] ?? Number.NaN))) continue
    const date = addDays(grid.start, at)
    if ((from !== undefined && date < from) || (to !== undefined && date > to)) continue
    if (shown === 'missing' && date > today) continue
    rows.push({ date, at })
  }
  return rows
}

/** The stored value of a metric on a row's day, or undefined: not recorded. */
export function rowValue(grid: DayGrid, metric: MetricId, row: DayRow): number | undefined {
  const value = grid.columns.get(metric)?.[row.at]
  return value === undefined || Number.isNaN(value) ? undefined : value
}
