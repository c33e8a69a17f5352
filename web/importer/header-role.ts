import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { DAY_NAMES, END_NAMES, METRIC_NAME_NAMES, MOMENT_NAMES, VALUE_NAMES } from './header-aliases.ts'
import { headerName } from './header-name.ts'
import { metricOfName } from './metric-alias.ts'

/** What a header says of time, if it does; a lower rank is the better name. */
export interface TimeRole {
  readonly kind: 'day' | 'moment' | 'end'
  readonly rank: number
}

/** Whether a header names a day, a moment, or the end of an interval. */
export function timeRoleOf(header: string): TimeRole | undefined {
  const { name } = headerName(header)
  const candidates = [
    { kind: 'day', rank: DAY_NAMES.indexOf(name) },
    { kind: 'end', rank: END_NAMES.indexOf(name) },
    { kind: 'moment', rank: MOMENT_NAMES.indexOf(name) },
  ] as const
  return candidates.find(({ rank }) => rank >= 0)
}

/** Whether a cell is a header that tells something: a date, a metric, or a part of a long table. */
export function isTellingHeader(cell: string): boolean {
  if (cell === '' || cell.length > 120 || /^[\d\s.,:/+-]*$/.test(cell)) return false
  if (timeRoleOf(cell) !== undefined || metricOfName(cell, BUILT_IN_METRICS) !== undefined) return true
  const { name } = headerName(cell)
  return VALUE_NAMES.includes(name) || METRIC_NAME_NAMES.includes(name)
}
