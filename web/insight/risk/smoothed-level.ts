import { median } from '../numerics/order-statistics.ts'
import { tQuantile } from '../numerics/student-t.ts'
import { lineThrough } from './line.ts'

/** Where a metric stands on a day: the mean of the days up to it, with what is known of its error. */
export interface SmoothedLevel {
  readonly mean: number
  readonly median: number
  readonly standardError: number
  readonly ci95: readonly [low: number, high: number]
  /** Days with a value. */
  readonly n: number
}

/** Days that the mean is taken over, and those from which the spread of single days is learnt. */
export const LEVEL_DAYS = 14
const SPREAD_DAYS = 90
const FEWEST = 7

/**
 * The level of a metric on the day at `index` from that day and the 13 before it; undefined with values on fewer than 7 of
 * them. The error of the mean is that of a first-order autoregression seen with gaps: variance / n^2 times the sum of
 * phi^|i - j| over all pairs of observed days (Bayley and Hammersley 1946), with variance and phi from what is left of the
 * last 90 days when their straight line is taken out, and Student's t on as many days as those are worth. The interval ends at
 * zero, below which none of the metrics go that have such a rule.
 */
export function smoothedLevel(values: Float64Array, index: number): SmoothedLevel | undefined {
  const days = daysBefore(values, index)
  const n = days.length
  if (n < FEWEST) return undefined
  const { variance, phi, effectiveDays } = lineThrough(values, index - SPREAD_DAYS + 1, index)
  const standardError = Math.sqrt(variance * sharedBy(days, phi)) / n
  const level = days.map((day) => values[day] as number)
  const mean = level.reduce((sum, value) => sum + value, 0) / n
  const reach = tQuantile(0.975, Math.max(3, effectiveDays - 2)) * standardError
  return {
    mean,
    median: median(level),
    standardError,
    ci95: [Math.min(mean, Math.max(0, mean - reach)), mean + reach],
    n,
  }
}

/** The mean alone, which is all that most days are asked for. */
export function meanLevel(values: Float64Array, index: number): number | undefined {
  const days = daysBefore(values, index)
  if (days.length < FEWEST) return undefined
  return days.reduce((sum, day) => sum + (values[day] as number), 0) / days.length
}

/** Indices of the days with a value among the last fourteen. */
function daysBefore(values: Float64Array, index: number): number[] {
  const days: number[] = []
  for (let day = Math.max(0, index - LEVEL_DAYS + 1); day <= Math.min(index, values.length - 1); day++) {
    if (!Number.isNaN(values[day])) days.push(day)
  }
  return days
}

/** Sum of phi^|i - j| over all pairs of the days. */
function sharedBy(days: readonly number[], phi: number): number {
  let shared = days.length
  days.forEach((day, at) => {
    for (let other = 0; other < at; other++) shared += 2 * phi ** (day - (days[other] as number))
  })
  return shared
}
