import type { ShiftAlert } from '../analysis.ts'
import type { OneStep } from '../forecast/one-step.ts'
import { type DayGrid, dateOf } from '../series/day-grid.ts'
import type { ResidualScale } from './residual-scale.ts'

/** In standard deviations: what a day is off by without counting, and the most that one day counts. */
const ALLOWANCE = 0.5
const MOST_OF_A_DAY = 3
/** In standard deviations: what days must add up to. */
const LIMIT = 5
/** Days after an alert on which nothing adds up. */
const SILENT_DAYS = 14

/**
 * Days that stayed on one side of what was expected: two-sided cumulative sums (Page 1954, Biometrika 41:100) of what
 * days are off by, in standard deviations of the year before, oldest first.
 */
export function shiftAlerts(grid: DayGrid, { residual }: OneStep, { spread }: ResidualScale): ShiftAlert[] {
  const found: ShiftAlert[] = []
  const up = new Excursion()
  const down = new Excursion()
  let silentUntil = 0
  for (let day = 0; day < residual.length; day++) {
    const off = residual[day] as number
    const scale = spread[day] as number
    if (day < silentUntil || Number.isNaN(off) || !(scale > 0)) continue
    const deviations = Math.min(MOST_OF_A_DAY, Math.max(-MOST_OF_A_DAY, off / scale))
    up.take(deviations - ALLOWANCE, deviations * scale, day)
    down.take(-deviations - ALLOWANCE, deviations * scale, day)
    const passed = up.sum > LIMIT ? up : down.sum > LIMIT ? down : undefined
    if (passed === undefined) continue
    found.push({
      metric: grid.metric,
      date: dateOf(grid, day),
      since: dateOf(grid, passed.since),
      direction: passed === up ? 'up' : 'down',
      size: passed.total / passed.n,
      n: passed.n,
    })
    up.reset()
    down.reset()
    silentUntil = day + 1 + SILENT_DAYS
  }
  return found
}

/** A sum of what days are off by to one side, from the day on which it last rose from nothing. */
class Excursion {
  sum = 0
  since = 0
  /** Days in it, and their sum in the unit of the metric. */
  n = 0
  total = 0

  take(step: number, off: number, day: number): void {
    if (this.sum + step <= 0) {
      this.reset()
      return
    }
    if (this.n === 0) this.since = day
    this.sum += step
    this.n++
    this.total += off
  }

  reset(): void {
    this.sum = 0
    this.n = 0
    this.total = 0
  }
}
