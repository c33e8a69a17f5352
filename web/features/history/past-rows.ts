import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Comparison } from '../../insight/analysis.ts'
import { type ComparedPeriod, compare } from '../../insight/comparison/compare.ts'
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
  /** The same with the range that chance leaves it, of days that are over; undefined where there are too few. */
  readonly comparison: Comparison | undefined
}

/** The period in view, the one as long before it, and the one as long a year before; never the same one twice. */
export function pastRows(grid: DayGrid, metric: Metric, period: Period, today: CivilDate): PastRow[] {
  const summaryOf = (within: Period) => summarise(valuesIn(grid, metric.id, within))
  const now = summaryOf(period)
  const beside = (name: string, within: Period, against: Comparison['against']): PastRow => {
    const then = summaryOf(within)
    const difference = differenceBetween(now, then)
    return {
      name,
      period: within,
      summary: then,
      difference,
      comparison: comparisonOf(grid, metric, { ...over, against }, today),
    }
  }
  // A day that is not over says nothing of an average of whole days.
  const over = period.to === today ? { from: period.from, to: addDays(today, -1) } : period
  const before = periodBefore(period)
  const yearBefore = periodYearBefore(period)
  const rows: PastRow[] = [
    { name: `These ${lengthOf(period)} days`, period, summary: now, difference: undefined, comparison: undefined },
    beside(capitalised(beforeText(period)), before, 'period-before'),
  ]
  // A leap day apart, a year is the period before; and of more than a year the one a year ago overlaps this one.
  if (lengthOf(period) < 365) rows.push(beside('A year earlier', yearBefore, 'year-ago'))
  return rows
}

function comparisonOf(grid: DayGrid, metric: Metric, asked: ComparedPeriod, today: CivilDate): Comparison | undefined {
  const values = grid.columns.get(metric.id)
  if (values === undefined || asked.from > asked.to) return undefined
  const answer = compare({ metric: metric.id, start: grid.start, values }, { ...asked, today })
  return 'reason' in answer ? undefined : answer
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
