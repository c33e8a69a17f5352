import type { Metric } from '../../../shared/metric/metric.ts'
import type { DayGrid } from './day-grid.ts'
import { valuesIn } from './day-grid.ts'
import { type Difference, differenceBetween } from './difference.ts'
import { type PeriodSummary, summarise } from './period-summary.ts'
import { beforeText } from './period-text.ts'
import { lengthOf, type Period, periodBefore, periodYearBefore } from './range.ts'

/** A period beside the one in view. */
export interface PastRow {
  readonly name: string
  readonly period: Period
  readonly summary: PeriodSummary
  /** The period in view minus this one; undefined for the period in view itself. */
  readonly difference: Difference | undefined
}

/** The period in view, the one as long before it, and the one as long a year before; never the same one twice. */
export function pastRows(grid: DayGrid, metric: Metric, period: Period): PastRow[] {
  const summaryOf = (within: Period) => summarise(valuesIn(grid, metric.id, within))
  const now = summaryOf(period)
  const beside = (name: string, within: Period): PastRow => {
    const then = summaryOf(within)
    return { name, period: within, summary: then, difference: differenceBetween(now, then) }
  }
  const before = periodBefore(period)
  const yearBefore = periodYearBefore(period)
  const rows: PastRow[] = [
    { name: `These ${lengthOf(period)} days`, period, summary: now, difference: undefined },
    beside(capitalised(beforeText(period)), before),
  ]
  // A leap day apart, a year is the period before; and of more than a year the one a year ago overlaps this one.
  if (lengthOf(period) < 365) rows.push(beside('A year earlier', yearBefore))
  return rows
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
