import { weekdayOf } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'
import { observed } from '../numerics/order-statistics.ts'
import { FilterBank } from './filter-bank.ts'

export interface OneStep {
  /** For each day of the series what the days before it let expect, its weekday counted; NaN before there are enough. */
  readonly expected: Float64Array
  /** The day's value less what was expected; NaN where either is missing. */
  readonly residual: Float64Array
}

/** Values it takes before one is expected. */
export const FIRST_VALUES = 14

/**
 * What each day was expected to be from earlier days alone: levels, weights and weekday effects included, so that a day
 * is judged as it would have been on its morning. All NaN with no more than 14 values. The series holds whole days
 * only: nothing of a day that is not over.
 */
export function oneStepResiduals({ start, values }: DailySeries): OneStep {
  const expected = new Float64Array(values.length).fill(Number.NaN)
  const residual = new Float64Array(values.length).fill(Number.NaN)
  const first = observed(values).slice(0, FIRST_VALUES)
  if (first.length < FIRST_VALUES) return { expected, residual }

  const bank = new FilterBank(first)
  const firstWeekday = weekdayOf(start) - 1
  let n = 0
  for (let day = 0; day < values.length; day++) {
    const weekday = (firstWeekday + day) % 7
    const value = values[day] as number
    const guess = bank.expect(weekday)
    if (n >= FIRST_VALUES) expected[day] = guess
    if (Number.isNaN(value)) continue
    if (n >= FIRST_VALUES) residual[day] = value - guess
    bank.observe(value, weekday, guess)
    n++
  }
  return { expected, residual }
}
