import { addDays, type CivilDate, datesBetween } from '../../../shared/calendar/civil-date.ts'
import type { DayValue } from '../../../shared/metric/day-value.ts'
import type { MetricId } from '../../../shared/metric/metric.ts'

/** How many days the small lines and the "last value" look back on, the day itself included. */
export const SNAPSHOT_DAYS = 14

/** A day and the fortnight that ends with it. */
export interface DaySnapshot {
  readonly day: CivilDate
  readonly values: ReadonlyMap<CivilDate, ReadonlyMap<MetricId, DayValue>>
}

/** The first day of the fortnight that ends with `day`. */
export const snapshotStart = (day: CivilDate): CivilDate => addDays(day, 1 - SNAPSHOT_DAYS)

export function valueOn(snapshot: DaySnapshot, metric: MetricId, date: CivilDate): DayValue | undefined {
  return snapshot.values.get(date)?.get(metric)
}

/** One value a day, oldest first, NaN where nothing is recorded: nothing is carried forward. */
export function fortnightOf(snapshot: DaySnapshot, metric: MetricId): readonly number[] {
  return datesBetween(snapshotStart(snapshot.day), snapshot.day).map(
    (date) => valueOn(snapshot, metric, date)?.value ?? Number.NaN,
  )
}

/** The newest value before `date` in the fortnight. */
export function lastInFortnight(
  snapshot: DaySnapshot,
  metric: MetricId,
  date: CivilDate,
): { readonly date: CivilDate; readonly value: number } | undefined {
  for (let at = addDays(date, -1); at >= snapshotStart(snapshot.day); at = addDays(at, -1)) {
    const found = valueOn(snapshot, metric, at)
    if (found !== undefined) return { date: at, value: found.value }
  }
  return undefined
}
