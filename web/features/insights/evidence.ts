import { addDays, type CivilDate, daysBetween, toEpochDay } from '../../../shared/calendar/civil-date.ts'
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
  const under: [number, number][] = []
  const over: [number, number][] = []
  for (const [at, height] of recordedIn(y, from, to)) {
    const cause = valueOn(x, addDays(at, -lag))
    if (!Number.isNaN(cause)) (cause < threshold ? under : over).push([cause, height])
  }
  return { under: pointsOf(under), over: pointsOf(over) }
}

/** The recorded days from `from` to `to`; `x` is the epoch day. */
export function dayPoints(series: DailySeries, from: CivilDate, to: CivilDate): EvidencePoints {
  return pointsOf(recordedIn(series, from, to).map(([date, value]) => [toEpochDay(date), value]))
}

/** The value of a day, NaN where there is none. */
export function valueOn({ start, values }: DailySeries, date: CivilDate): number {
  return values[daysBetween(start, date)] ?? Number.NaN
}

function recordedIn({ start, values }: DailySeries, from: CivilDate, to: CivilDate): [CivilDate, number][] {
  const days: [CivilDate, number][] = []
  const last = Math.min(values.length - 1, daysBetween(start, to))
  for (let index = Math.max(0, daysBetween(start, from)); index <= last; index += 1) {
    const value = values[index] ?? Number.NaN
    if (!Number.isNaN(value)) days.push([addDays(start, index), value])
  }
  return days
}

function pointsOf(pairs: readonly (readonly [number, number])[]): EvidencePoints {
  return {
    x: Float64Array.from(pairs, ([x]) => x),
    y: Float64Array.from(pairs, ([, y]) => y),
    mean: pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length,
  }
}
