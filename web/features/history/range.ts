import { addDays, addMonths, type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'

/** How far the explorer looks back. */
export type Range = 'W' | 'M' | '3M' | '6M' | '1Y' | 'All'

/** Days of the calendar, both ends included. */
export interface Period {
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * A range is a whole number of days and not of calendar months, so that a period and the one before it are equally
 * long and their averages can stand beside each other. `All` has no length of its own.
 */
const RANGE_DAYS: Record<Exclude<Range, 'All'>, number> = { W: 7, M: 30, '3M': 90, '6M': 180, '1Y': 365 }

export const RANGES: readonly { readonly value: Range; readonly label: string; readonly spoken: string }[] = [
  { value: 'W', label: 'W', spoken: 'Week, 7 days' },
  { value: 'M', label: 'M', spoken: 'Month, 30 days' },
  { value: '3M', label: '3M', spoken: '3 months, 90 days' },
  { value: '6M', label: '6M', spoken: '6 months, 180 days' },
  { value: '1Y', label: '1Y', spoken: 'Year, 365 days' },
  { value: 'All', label: 'All', spoken: 'All days' },
]

/** The period of a range that ends on `until`. `first` is the first day with anything recorded: where `All` begins. */
export function periodOf(range: Range, until: CivilDate, first: CivilDate): Period {
  if (range === 'All') return { from: first < until ? first : until, to: until }
  return { from: addDays(until, 1 - RANGE_DAYS[range]), to: until }
}

/** Days in the period, at least 1. */
export function lengthOf(period: Period): number {
  return daysBetween(period.from, period.to) + 1
}

/** The equally long period that ends the day before this one begins. */
export function periodBefore(period: Period): Period {
  return { from: addDays(period.from, -lengthOf(period)), to: addDays(period.from, -1) }
}

/** The equally long period that ended on the same date a year earlier (28 February for the 29th). */
export function periodYearBefore(period: Period): Period {
  const to = addMonths(period.to, -12)
  return { from: addDays(to, 1 - lengthOf(period)), to }
}

/**
 * The last day of the period one step earlier (-1) or later (1). Never after `today`. Undefined where there is nothing to
 * step to: past today, before `first`, or the range is `All`.
 */
export function stepUntil(
  range: Range,
  until: CivilDate,
  by: 1 | -1,
  bounds: { readonly first: CivilDate; readonly today: CivilDate },
): CivilDate | undefined {
  if (range === 'All') return undefined
  if (by === 1 && until >= bounds.today) return undefined
  const next = addDays(until, by * RANGE_DAYS[range])
  if (by === -1) return next < bounds.first ? undefined : next
  return next > bounds.today ? bounds.today : next
}

/** The narrowest range wider than this one whose period satisfies `enough`, or undefined: none does. */
export function widerRange(range: Range, enough: (wider: Range) => boolean): Range | undefined {
  const at = RANGES.findIndex(({ value }) => value === range)
  return RANGES.slice(at + 1).find(({ value }) => enough(value))?.value
}
