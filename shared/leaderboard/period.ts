import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  daysBetween,
  fromEpochDay,
  startOfWeek,
  toEpochDay,
  weekdayOf,
  yearOf,
} from '../calendar/civil-date.ts'

/** Names a stretch of days that scores are compared over: an ISO week `2026-W48`, a month `2026-11`, or `all`. */
export type Period = string & { readonly __brand: 'Period' }
export type PeriodKind = 'week' | 'month' | 'all'

export interface Days {
  readonly first: CivilDate
  readonly last: CivilDate
}

/** Everything there was: no record of a day before this one counts. */
export const ALL_TIME = 'all' as Period

/** Where all time begins: before it hardly anybody's steps were counted. */
export const FIRST_DAY = '2010-01-01' as CivilDate
const LAST_DAY = '9999-12-31' as CivilDate

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 24 * MS_PER_HOUR
/** The earliest clocks of the world are ahead of UTC by so much (UTC+14, Kiribati). */
const EARLIEST_ZONE_MS = 14 * MS_PER_HOUR
/**
 * A period takes scores for a day and a half after its last day is over in UTC: half a day until it is over everywhere
 * (UTC-12), and a day for a device that was offline that evening.
 */
export const GRACE_MS = 36 * MS_PER_HOUR

const MONDAY = 1
const THURSDAY = 4
const WEEK = /^(\d{4})-W(\d{2})$/
const MONTH = /^(\d{4})-(\d{2})$/

/** The ISO 8601 week that holds the date: it belongs to the year of its Thursday. */
export function weekOf(date: CivilDate): Period {
  const thursday = addDays(startOfWeek(date, MONDAY), THURSDAY - MONDAY)
  const week = Math.floor(daysBetween(civilDateOf(yearOf(thursday), 1, 1), thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}` as Period
}

export const monthOf = (date: CivilDate): Period => date.slice(0, 7) as Period

/** The period that `text` spells exactly, or undefined: another shape, or a week or month that no calendar has. */
export function parsePeriod(text: string): Period | undefined {
  if (text === ALL_TIME) return ALL_TIME
  const week = WEEK.exec(text)
  if (week !== null) {
    const monday = mondayOf(Number(week[1]), Number(week[2]))
    return monday !== undefined && weekOf(monday) === text ? weekOf(monday) : undefined
  }
  const month = MONTH.exec(text)
  const first = month === null ? undefined : civilDate(Number(month[1]), Number(month[2]), 1)
  return first === undefined ? undefined : monthOf(first)
}

export function kindOf(period: Period): PeriodKind {
  if (period === ALL_TIME) return 'all'
  return WEEK.test(period) ? 'week' : 'month'
}

/** The first and the last day of a period. */
export function daysOf(period: Period): Days {
  if (period === ALL_TIME) return { first: FIRST_DAY, last: LAST_DAY }
  const week = WEEK.exec(period)
  if (week !== null) {
    const first = mondayOf(Number(week[1]), Number(week[2])) ?? impossible(period)
    return { first, last: addDays(first, 6) }
  }
  const first = civilDateOf(Number(period.slice(0, 4)), Number(period.slice(5)), 1)
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/** The period of the same kind before this one; undefined for all time, and at the beginning of calendars. */
export function periodBefore(period: Period): Period | undefined {
  if (period === ALL_TIME) return undefined
  const { first } = daysOf(period)
  if (yearOf(first) <= 1) return undefined
  const before = addDays(first, -1)
  return kindOf(period) === 'week' ? weekOf(before) : monthOf(before)
}

/** Whether a period takes scores at an instant (ms since 1970 UTC), for everybody alike whatever their time zone. */
export function stateOf(period: Period, now: number): 'not-begun' | 'open' | 'closed' {
  if (period === ALL_TIME) return 'open'
  const { first, last } = daysOf(period)
  if (now + EARLIEST_ZONE_MS < toEpochDay(first) * MS_PER_DAY) return 'not-begun'
  return now < closesAt(last) ? 'open' : 'closed'
}

/** When a period stops taking scores, in ms since 1970 UTC; undefined for all time. */
export function closingOf(period: Period): number | undefined {
  return period === ALL_TIME ? undefined : closesAt(daysOf(period).last)
}

/** The date that it already is somewhere in the world at an instant (ms since 1970 UTC). */
export function latestDateAt(now: number): CivilDate {
  return fromEpochDay(Math.floor((now + EARLIEST_ZONE_MS) / MS_PER_DAY))
}

const closesAt = (last: CivilDate) => (toEpochDay(last) + 1) * MS_PER_DAY + GRACE_MS

/** The Monday of an ISO week; weeks that the year has not give a Monday of another year's. */
function mondayOf(year: number, week: number): CivilDate | undefined {
  const fourth = civilDate(year, 1, THURSDAY)
  if (fourth === undefined || week < 1 || week > 53 || year <= 1 || year >= 9999) return undefined
  // The fourth of January is always in the first week.
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7)
}

const civilDateOf = (year: number, month: number, day: number): CivilDate =>
  civilDate(year, month, day) ?? impossible(`${year}-${month}-${day}`)

function impossible(text: string): never {
  throw new RangeError(`no calendar has ${text}`)
}
