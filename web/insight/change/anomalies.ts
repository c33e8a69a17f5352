import type { Anomaly } from '../analysis.ts'
import type { OneStep } from '../forecast/one-step.ts'
import { type DayGrid, dateOf } from '../series/day-grid.ts'
import type { ResidualScale } from './residual-scale.ts'

/** In standard deviations of what days are off by. */
const LEAST_DEVIATIONS = 4

/**
 * Days further from what the days before them let expect than all but one in a hundred were, and than four of their
 * standard deviations (made from medians), oldest first. Each day is judged by what was known on its morning, so what was
 * said of it stays. Days with fewer than 30 judged ones in the year before are not looked at.
 */
export function anomalies(
  grid: DayGrid,
  { expected, residual }: OneStep,
  { spread, furthest }: ResidualScale,
): Anomaly[] {
  const { metric, values } = grid
  const found: Anomaly[] = []
  for (let day = 0; day < values.length; day++) {
    const limit = Math.max(LEAST_DEVIATIONS * (spread[day] as number), furthest[day] as number)
    // Of days that never differed nothing is known about how they differ.
    if (!(limit > 0 && Math.abs(residual[day] as number) > limit)) continue
    found.push({
      metric,
      date: dateOf(grid, day),
      value: values[day] as number,
      expected: expected[day] as number,
      limit,
    })
  }
  return found
}
