import { addDays, type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { Comparison, Refusal } from '../analysis.ts'
import type { DayGrid } from '../series/day-grid.ts'
import { comparePeriods } from './compare.ts'
import { dayVariation } from './day-variation.ts'

/** What every metric is compared over: days that ended yesterday. */
const PERIODS = [
  { days: 7, against: 'period-before' },
  { days: 28, against: 'period-before' },
  { days: 90, against: 'period-before' },
  { days: 28, against: 'year-ago' },
] as const

/**
 * The comparisons that a metric's days allow, of the last 7, 28 and 90 days with the ones before and of the last 28 with
 * a year ago; where they allow none, why.
 */
export function comparisons(grid: DayGrid, today: CivilDate): readonly Comparison[] | Refusal {
  const to = addDays(today, -1)
  const variation = dayVariation(grid, to)
  const found: Comparison[] = []
  let refusal: Refusal | undefined
  for (const { days, against } of PERIODS) {
    const answer = comparePeriods(grid, { from: addDays(today, -days), to, against }, variation)
    if (!('reason' in answer)) found.push(answer)
    else refusal ??= answer
  }
  if (found.length > 0 || refusal === undefined) return found
  const last = grid.first + grid.values.length - 1
  const isStale = refusal.reason === 'too-few-days' && toEpochDay(to) - last >= PERIODS[0].days
  return isStale ? { looked: 'comparison', metricY: grid.metric, reason: 'stale', n: grid.n } : refusal
}
