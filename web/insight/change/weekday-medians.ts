import { median } from '../numerics/order-statistics.ts'

/** Days on either side that a day is compared with: with its own, three whole weeks. */
const REACH = 10
/** Where a weekday was recorded less often, all weekdays are left as they are. */
const LEAST_OF_A_WEEKDAY = 3

/**
 * The values without what weekdays have in common: each weekday's median distance from the mean of the 21 days around
 * its days is taken off, after those seven medians are made to sum to zero. One value a day, NaN: not recorded.
 * `firstWeekday` is the first day's, 0 to 6. A level that moves stays in: days are compared with their surroundings.
 */
export function withoutWeekdays(values: Float64Array, firstWeekday: number): Float64Array {
  const distances = distancesFromSurroundings(values)
  const medians: number[] = []
  for (let weekday = 0; weekday < 7; weekday++) {
    const own: number[] = []
    for (let day = (weekday - firstWeekday + 7) % 7; day < values.length; day += 7) {
      const distance = distances[day] as number
      if (!Number.isNaN(distance)) own.push(distance)
    }
    if (own.length < LEAST_OF_A_WEEKDAY) return values
    medians.push(median(own))
  }
  const centre = medians.reduce((sum, value) => sum + value, 0) / 7
  return values.map((value, day) => value - ((medians[(firstWeekday + day) % 7] as number) - centre))
}

function distancesFromSurroundings(values: Float64Array): Float64Array {
  const n = values.length
  // About the first value, so that sums of large values keep their digits.
  const origin = values.find((value) => !Number.isNaN(value)) ?? 0
  const sums = new Float64Array(n + 1)
  const counts = new Uint32Array(n + 1)
  for (let day = 0; day < n; day++) {
    const value = (values[day] as number) - origin
    const isRecorded = !Number.isNaN(value)
    sums[day + 1] = (sums[day] as number) + (isRecorded ? value : 0)
    counts[day + 1] = (counts[day] as number) + (isRecorded ? 1 : 0)
  }
  return values.map((value, day) => {
    const from = Math.max(0, day - REACH)
    const until = Math.min(n, day + REACH + 1)
    const count = (counts[until] as number) - (counts[from] as number)
    return value - origin - ((sums[until] as number) - (sums[from] as number)) / count
  })
}
