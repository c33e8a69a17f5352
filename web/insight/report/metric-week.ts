import { addDays, type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Comparison, Refusal } from '../analysis.ts'
import { compare } from '../comparison/compare.ts'
import type { DailySeries } from '../daily-series.ts'

/** What a metric did in a week. */
export interface MetricWeek {
  readonly metric: string
  /** Days of the week with a value, 0 to 7. */
  readonly recorded: number
  /** Where there is a value: their mean, and the days with the lowest and the highest, of equal ones the first. */
  readonly facts?: {
    readonly mean: number
    readonly lowest: DayValue
    readonly highest: DayValue
  }
  /** Beside the week before, or why that says nothing. */
  readonly before: Comparison | Refusal
}

export interface DayValue {
  readonly date: CivilDate
  readonly value: number
}

/** Undefined where neither the week nor the one before has a value. `from` to `to`: the seven days. */
export function metricWeek(
  series: DailySeries,
  { from, to, today }: { readonly from: CivilDate; readonly to: CivilDate; readonly today: CivilDate },
): MetricWeek | undefined {
  const days = valuesIn(series, from, to)
  if (days.length === 0 && valuesIn(series, addDays(from, -7), addDays(to, -7)).length === 0) return undefined
  const before = compare(series, { from, to, against: 'period-before', today })
  const [first] = days
  if (first === undefined) return { metric: series.metric, recorded: 0, before }
  return {
    metric: series.metric,
    recorded: days.length,
    facts: {
      mean: days.reduce((sum, { value }) => sum + value, 0) / days.length,
      lowest: days.reduce((lowest, day) => (day.value < lowest.value ? day : lowest), first),
      highest: days.reduce((highest, day) => (day.value > highest.value ? day : highest), first),
    },
    before,
  }
}

function valuesIn({ start, values }: DailySeries, from: CivilDate, to: CivilDate): DayValue[] {
  const days: DayValue[] = []
  const first = Math.max(0, daysBetween(start, from))
  for (let index = first; index <= Math.min(values.length - 1, daysBetween(start, to)); index++) {
    const value = values[index] as number
    if (!Number.isNaN(value)) days.push({ date: addDays(start, index), value })
  }
  return days
}
