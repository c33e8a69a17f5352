import { addDays, type CivilDate, type Weekday } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Column } from './day-grid.ts'
import { summarise } from './period-summary.ts'
import type { Period } from './range.ts'
import { outermostWeeks, type Week, weeksOf } from './weeks.ts'

/** A plain fact of a period: what, when, how much (stored unit). */
export interface Fact {
  readonly name: string
  readonly when: Period
  readonly value: number
  /** The value is the average of a week. */
  readonly isAverage: boolean
}

/**
 * The outermost weeks and days of a period. Where a metric has a good side they are the best and the lightest week;
 * where it has none (weight, calories) only the highest and the lowest.
 */
export function factsOf(metric: Metric, values: Column, period: Period, weekStart: Weekday): Fact[] {
  const facts: Fact[] = []
  const weeks = outermostWeeks(weeksOf(values, period, weekStart))
  if (weeks !== undefined) {
    const names = weekNames(metric)
    facts.push(weekFact(names.highest, weeks.highest), weekFact(names.lowest, weeks.lowest))
    if (metric.direction === 'down') facts.reverse()
  }
  const { highest, lowest, recorded } = summarise(values)
  if (recorded < 2 || highest === undefined || lowest === undefined) return facts
  facts.push(dayFact('Highest day', addDays(period.from, highest), values[highest]))
  facts.push(dayFact('Lowest day', addDays(period.from, lowest), values[lowest]))
  return facts
}

function weekNames({ direction }: Metric): { readonly highest: string; readonly lowest: string } {
  if (direction === 'up') return { highest: 'Best week', lowest: 'Lowest week' }
  if (direction === 'down') return { highest: 'Highest week', lowest: 'Best week' }
  return { highest: 'Highest week', lowest: 'Lowest week' }
}

const weekFact = (name: string, { from, to, mean }: Week): Fact => ({
  name,
  when: { from, to },
  value: mean,
  isAverage: true,
})

const dayFact = (name: string, date: CivilDate, value: number | undefined): Fact => ({
  name,
  when: { from: date, to: date },
  value: value ?? Number.NaN,
  isAverage: false,
})
