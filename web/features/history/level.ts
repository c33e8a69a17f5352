import type { Column } from './day-grid.ts'

/** How a level is drawn from days. All in days. */
export interface LevelRule {
  /** The window: `width` days, the day itself in the middle (of an even number, the earlier half holds one more). */
  readonly width: number
  /** Fewer recorded days than this in the window: no level. */
  readonly minimum: number
  /** The longest run of unrecorded days that the level is drawn across. */
  readonly bridge: number
}

const WEEK: LevelRule = { width: 7, minimum: 3, bridge: 3 }
const FORTNIGHT: LevelRule = { width: 14, minimum: 5, bridge: 3 }

/** The rule for a period of `days`: up to three months by the week, longer ones by the fortnight. */
export function levelRule(days: number): LevelRule {
  return days <= 92 ? WEEK : FORTNIGHT
}

/**
 * The smoothed level: at each day the centred moving mean of the recorded days in the window. Unrecorded days weigh
 * nothing, they are not zero. NaN where the window holds too few days, and inside a gap longer than `bridge`: a level
 * there would be drawn where nothing was measured.
 */
export function smoothedLevel(values: Column, rule: LevelRule): Column {
  const before = Math.floor(rule.width / 2)
  const after = rule.width - 1 - before
  const { sums, counts } = prefixSums(values)
  const gaps = gapLengths(values)
  const level = new Float64Array(values.length).fill(Number.NaN)
  for (let day = 0; day < values.length; day += 1) {
    const from = Math.max(0, day - before)
    const to = Math.min(values.length, day + after + 1)
    const count = (counts[to] ?? 0) - (counts[from] ?? 0)
    if (count >= rule.minimum && (gaps[day] ?? 0) <= rule.bridge) {
      level[day] = ((sums[to] ?? 0) - (sums[from] ?? 0)) / count
    }
  }
  return level
}

/** Sum and count of the recorded days before each index, so that any window costs the same. */
function prefixSums(values: Column): { readonly sums: Float64Array; readonly counts: Int32Array } {
  const sums = new Float64Array(values.length + 1)
  const counts = new Int32Array(values.length + 1)
  for (let day = 0; day < values.length; day += 1) {
    const value = values[day] ?? Number.NaN
    const recorded = !Number.isNaN(value)
    sums[day + 1] = (sums[day] ?? 0) + (recorded ? value : 0)
    counts[day + 1] = (counts[day] ?? 0) + (recorded ? 1 : 0)
  }
  return { sums, counts }
}

/** For each day, how long the run of unrecorded days is that it lies in; 0 on a recorded day. */
function gapLengths(values: Column): Int32Array {
  const gaps = new Int32Array(values.length)
  let start = 0
  for (let day = 0; day <= values.length; day += 1) {
    if (day < values.length && Number.isNaN(values[day])) continue
    gaps.fill(day - start, start, day)
    start = day + 1
  }
  return gaps
}
