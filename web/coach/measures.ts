import { type CivilDate, fromEpochDay, toEpochDay } from '../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import type { Span } from './language/spans.ts'

export interface DayValue {
  readonly date: CivilDate
  readonly value: number
}

/** What is recorded of a metric in a period, in order. */
export interface Measured {
  readonly days: readonly DayValue[]
  /** Days of the period that have come, of those weekdays it asks for. */
  readonly length: number
}

/** The recorded days of a period up to today. A period that has not begun has none. */
export function measured(series: DailySeries | undefined, { from, to, weekdays }: Span, today: CivilDate): Measured {
  const first = toEpochDay(from)
  const last = toEpochDay(to < today ? to : today)
  const start = series === undefined ? 0 : toEpochDay(series.start)
  const days: DayValue[] = []
  let length = 0
  for (let day = first; day <= last; day++) {
    // 1970-01-01 was a Thursday.
    if (weekdays !== undefined && !weekdays.some((one) => one === ((((day + 3) % 7) + 7) % 7) + 1)) continue
    length++
    const value = series?.values[day - start]
    if (value !== undefined && Number.isFinite(value)) days.push({ date: fromEpochDay(day), value })
  }
  return { days, length }
}

export const sumOf = (days: readonly DayValue[]): number => days.reduce((sum, { value }) => sum + value, 0)

export const meanOf = (days: readonly DayValue[]): number => sumOf(days) / days.length

export function medianOf(days: readonly DayValue[]): number {
  const sorted = days.map(({ value }) => value).sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** Days by their value, the largest first; of equal ones the latest. */
export function ranked(days: readonly DayValue[], end: 'highest' | 'lowest'): DayValue[] {
  const sign = end === 'highest' ? -1 : 1
  return days.toSorted((a, b) => sign * (a.value - b.value) || (a.date < b.date ? 1 : -1))
}

/** The last day up to `until` with a value. */
export function lastDay(series: DailySeries | undefined, until: CivilDate): DayValue | undefined {
  if (series === undefined) return undefined
  const start = toEpochDay(series.start)
  for (let at = Math.min(series.values.length - 1, toEpochDay(until) - start); at >= 0; at--) {
    const value = series.values[at]
    if (value !== undefined && Number.isFinite(value)) return { date: fromEpochDay(start + at), value }
  }
  return undefined
}

/** The first day with a value. */
export function firstDay(series: DailySeries | undefined): CivilDate | undefined {
  const at = series?.values.findIndex((value) => Number.isFinite(value)) ?? -1
  return series === undefined || at < 0 ? undefined : fromEpochDay(toEpochDay(series.start) + at)
}
