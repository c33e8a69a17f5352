import { type CivilDate, daysBetween, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../../insight/daily-series.ts'

/** Points with the mean of their heights; NaN where there are none. */
export interface EvidencePoints {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly mean: number
}

/**
 * The days from `from` to `to` on which `y` is recorded and `x` was `lag` days before, parted by whether `x` was under the
 * threshold or not. In the stored units: the person's own days, with nothing taken out of them.
 */
export function splitByThreshold(
  x: DailySeries,
  y: DailySeries,
  { lag, threshold, from, to }: { lag: number; threshold: number; from: CivilDate; to: CivilDate },
): { readonly under: EvidencePoints; readonly over: EvidencePoints } {
  const under = gather()
  const over = gather()
  // Days of `y` counted in those of `x`.
  const shift = daysBetween(x.start, y.start) - lag
  const [first, end] = daysWithin(y, from, to)
  for (let day = first; day < end; day += 1) {
    const height = y.values[day] ?? Number.NaN
    const cause = x.values[day + shift] ?? Number.NaN
    if (!Number.isNaN(height) && !Number.isNaN(cause)) (cause < threshold ? under : over).add(cause, height)
  }
  return { under: under.points(), over: over.points() }
}

/** The recorded days from `from` to `to`; `x` is the epoch day. */
export function dayPoints(series: DailySeries, from: CivilDate, to: CivilDate): EvidencePoints {
  const gathered = gather()
  const epoch = toEpochDay(series.start)
  const [first, end] = daysWithin(series, from, to)
  for (let day = first; day < end; day += 1) {
    const value = series.values[day] ?? Number.NaN
    if (!Number.isNaN(value)) gathered.add(epoch + day, value)
  }
  return gathered.points()
}

/** The value of a day, NaN where there is none. */
export function valueOn({ start, values }: DailySeries, date: CivilDate): number {
  return values[daysBetween(start, date)] ?? Number.NaN
}

/** The index of the first day within, and the one after the last. */
function daysWithin({ start, values }: DailySeries, from: CivilDate, to: CivilDate): [first: number, end: number] {
  return [Math.max(0, daysBetween(start, from)), Math.min(values.length, daysBetween(start, to) + 1)]
}

function gather() {
  const x: number[] = []
  const y: number[] = []
  let sum = 0
  return {
    add(across: number, height: number): void {
      x.push(across)
      y.push(height)
      sum += height
    },
    points: (): EvidencePoints => ({ x: Float64Array.from(x), y: Float64Array.from(y), mean: sum / y.length }),
  }
}
