import { median } from '../numerics/order-statistics.ts'
import { tQuantile } from '../numerics/student-t.ts'
import { lineThrough } from './line.ts'

/** How fast a metric moves on a day, in its stored unit a week. */
export interface WeeklyPace {
  readonly perWeek: number
  /** The median of the slopes between all pairs of days, a week: what no single day can move. */
  readonly robustPerWeek: number
  readonly standardError: number
  readonly ci95: readonly [low: number, high: number]
  /** Mean of the metric over the days looked at. */
  readonly level: number
  readonly n: number
}

/** Days that the pace is taken over. */
export const PACE_DAYS = 28
const SPREAD_DAYS = 90
const FEWEST = 8
const SHORTEST_SPAN = 14

/**
 * The pace up to the day at `index`; undefined with under 8 values in the 28 days, or where they span under 14. Slope and
 * error by generalised least squares with first-order autoregressive errors over gaps (each day less phi^gap times the
 * one before it), phi from the last 90 days; Student's t on n - 2. The robust slope is that of Theil (1950) and Sen (1968).
 */
export function weeklyPace(values: Float64Array, index: number): WeeklyPace | undefined {
  const days: number[] = []
  const levels: number[] = []
  for (let day = Math.max(0, index - PACE_DAYS + 1); day <= Math.min(index, values.length - 1); day++) {
    const value = values[day] as number
    if (Number.isNaN(value)) continue
    days.push(day)
    levels.push(value)
  }
  const n = days.length
  if (n < FEWEST || (days.at(-1) ?? 0) - (days[0] ?? 0) < SHORTEST_SPAN) return undefined

  const { phi } = lineThrough(values, index - SPREAD_DAYS + 1, index)
  const { slope, standardError } = slopeOf(days, levels, phi)
  const reach = tQuantile(0.975, n - 2) * standardError
  return {
    perWeek: slope * 7,
    robustPerWeek: medianSlope(days, levels) * 7,
    standardError: standardError * 7,
    ci95: [(slope - reach) * 7, (slope + reach) * 7],
    level: levels.reduce((sum, level) => sum + level, 0) / n,
    n,
  }
}

/** Slope a day of `levels` on `days`, and its error, with errors that hold on to phi of themselves from day to day. */
function slopeOf(days: readonly number[], levels: readonly number[], phi: number) {
  const rows = days.map((day, i) => {
    const level = levels[i] as number
    const before = days[i - 1]
    if (before === undefined) return { one: 1, t: day, y: level }
    const kept = phi ** (day - before)
    const scale = 1 / Math.sqrt(1 - kept * kept)
    return {
      one: (1 - kept) * scale,
      t: (day - kept * before) * scale,
      y: (level - kept * (levels[i - 1] as number)) * scale,
    }
  })
  const sum = (of: (row: { one: number; t: number; y: number }) => number) =>
    rows.reduce((all, row) => all + of(row), 0)
  const ones = sum(({ one }) => one * one)
  const meanT = sum(({ one, t }) => one * t) / ones
  const meanY = sum(({ one, y }) => one * y) / ones
  const spread = sum(({ one, t }) => (t - meanT * one) ** 2)
  const slope = sum(({ one, t, y }) => (t - meanT * one) * (y - meanY * one)) / spread
  const rest = sum(({ one, t, y }) => (y - meanY * one - slope * (t - meanT * one)) ** 2)
  return { slope, standardError: Math.sqrt(rest / (rows.length - 2) / spread) }
}

function medianSlope(days: readonly number[], levels: readonly number[]): number {
  const slopes: number[] = []
  for (let i = 0; i < days.length; i++) {
    for (let j = i + 1; j < days.length; j++) {
      slopes.push(((levels[j] as number) - (levels[i] as number)) / ((days[j] as number) - (days[i] as number)))
    }
  }
  return median(slopes)
}
