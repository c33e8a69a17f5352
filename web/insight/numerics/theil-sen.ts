import { median } from './order-statistics.ts'

/**
 * Median slope a day over all pairs of recorded days (Theil 1950, Sen 1968 JASA 63:1379); NaN: not recorded. Takes time
 * and room in proportion to the square of the days. NaN for fewer than two.
 */
export function theilSenSlope(values: Float64Array): number {
  const days: number[] = []
  for (let day = 0; day < values.length; day++) if (!Number.isNaN(values[day])) days.push(day)
  const slopes = new Float64Array((days.length * (days.length - 1)) / 2)
  let pair = 0
  for (let j = 1; j < days.length; j++) {
    const later = days[j] as number
    for (let i = 0; i < j; i++) {
      const earlier = days[i] as number
      slopes[pair++] = ((values[later] as number) - (values[earlier] as number)) / (later - earlier)
    }
  }
  return median(slopes)
}
