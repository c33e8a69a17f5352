import { MAD_TO_SD, median, medianAbsoluteDeviation, observed } from '../numerics/order-statistics.ts'

export const WEEKDAYS = 7
/** Days that count half as much as the last one are this old. */
export const WEEKDAY_HALF_LIFE = 182
/** Fewer values say nothing of single weekdays. */
export const FEWEST_FOR_WEEKDAYS = 21

/** Days on either side that make the level of a day: with it three whole weeks. */
const REACH = 10
/** Deviations beyond this many standard deviations count as so far. */
const FARTHEST = 3

/** What was summed of each weekday's deviations: their weighted sum, the weights, and the squares of the weights. */
export interface WeekdaySums {
  readonly sum: Float64Array
  readonly weight: Float64Array
  readonly squaredWeight: Float64Array
}

export function emptySums(): WeekdaySums {
  return {
    sum: new Float64Array(WEEKDAYS),
    weight: new Float64Array(WEEKDAYS),
    squaredWeight: new Float64Array(WEEKDAYS),
  }
}

/**
 * What each weekday adds to the level of its weeks, index 0 for the weekday of the first value; they sum to zero, and are
 * zero with fewer than 21 values. One value a day, NaN: not recorded. A day is held against the mean of the 21 days
 * around it; older days count less.
 */
export function weekdayEffects(values: Float64Array): Float64Array {
  const effect = new Float64Array(WEEKDAYS)
  const deviations = deviationsFromWeeks(values)
  const recorded = observed(deviations)
  if (recorded.length < FEWEST_FOR_WEEKDAYS) return effect

  const centre = median(recorded)
  const deviation = MAD_TO_SD * medianAbsoluteDeviation(recorded, centre)
  const farthest = deviation > 0 ? FARTHEST * deviation : Number.POSITIVE_INFINITY
  const sums = emptySums()
  let squares = 0
  let weights = 0
  for (let day = 0; day < values.length; day++) {
    const found = deviations[day] as number
    if (Number.isNaN(found)) continue
    const drawn = Math.max(centre - farthest, Math.min(centre + farthest, found))
    const weight = 0.5 ** ((values.length - 1 - day) / WEEKDAY_HALF_LIFE)
    const weekday = day % WEEKDAYS
    sums.sum[weekday] = (sums.sum[weekday] as number) + weight * drawn
    sums.weight[weekday] = (sums.weight[weekday] as number) + weight
    sums.squaredWeight[weekday] = (sums.squaredWeight[weekday] as number) + weight * weight
    squares += weight * drawn * drawn
    weights += weight
  }
  estimateEffects(sums, squares / weights, effect)
  return effect
}

/**
 * The weekdays' means, drawn towards zero by as much as they are uncertain (empirical Bayes; Morris 1983 JASA 78:47) and
 * centred, written into `effect`. `variance`: of a single deviation.
 */
export function estimateEffects(sums: WeekdaySums, variance: number, effect: Float64Array): void {
  const mean = new Float64Array(WEEKDAYS)
  const uncertainty = new Float64Array(WEEKDAYS)
  let total = 0
  for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
    const weight = sums.weight[weekday] as number
    const squared = sums.squaredWeight[weekday] as number
    // A weekday that never came is as uncertain as a single day.
    mean[weekday] = weight > 0 ? (sums.sum[weekday] as number) / weight : 0
    uncertainty[weekday] = variance * (weight > 0 ? Math.min(1, squared / weight ** 2) : 1)
    total += mean[weekday] as number
  }
  const centre = total / WEEKDAYS
  let between = 0
  for (let weekday = 0; weekday < WEEKDAYS; weekday++)
    between += ((mean[weekday] as number) - centre) ** 2 / (WEEKDAYS - 1) - (uncertainty[weekday] as number) / WEEKDAYS

  let sum = 0
  for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
    const kept = between > 0 ? between / (between + (uncertainty[weekday] as number)) : 0
    effect[weekday] = ((mean[weekday] as number) - centre) * kept
    sum += effect[weekday] as number
  }
  for (let weekday = 0; weekday < WEEKDAYS; weekday++) effect[weekday] = (effect[weekday] as number) - sum / WEEKDAYS
}

/** Each value less the mean of the values within ten days of it. */
function deviationsFromWeeks(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  const counts = new Float64Array(values.length + 1)
  for (let day = 0; day < values.length; day++) {
    const value = values[day] as number
    const missing = Number.isNaN(value)
    sums[day + 1] = (sums[day] as number) + (missing ? 0 : value)
    counts[day + 1] = (counts[day] as number) + (missing ? 0 : 1)
  }
  return values.map((value, day) => {
    const from = Math.max(0, day - REACH)
    const until = Math.min(values.length, day + REACH + 1)
    const count = (counts[until] as number) - (counts[from] as number)
    return value - ((sums[until] as number) - (sums[from] as number)) / count
  })
}
