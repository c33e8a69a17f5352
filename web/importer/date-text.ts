import { type CivilDate, civilDate, fromEpochDay, toEpochDay } from '../../shared/calendar/civil-date.ts'
import { wallClockAt } from '../../shared/calendar/day-clock.ts'
import type { DateOrder } from './import-types.ts'
import { monthOfName } from './month-names.ts'

/** The day a cell means and, where it says one, the moment on that day's wall clock. */
export interface Moment {
  readonly date: CivilDate
  /** Minutes after midnight, fractions for seconds; 0 where the cell has no time. */
  readonly minutes: number
  readonly timed: boolean
  /** Minutes ahead of UTC, where the cell says so. */
  readonly offset?: number
}

export type DateProblem = 'no-date' | 'no-such-day' | 'month-only'

/** A date as text, taken apart: the three figures in the order they stand, before anything decides what they are. */
export type DateParts =
  | { readonly form: 'figures'; readonly figures: readonly [string, string, string]; readonly tail: string }
  | {
      readonly form: 'named'
      readonly year: number
      readonly month: number
      readonly day: number
      readonly tail: string
    }
  | { readonly form: 'instant'; readonly ms: number }
  | { readonly form: 'month-only' }

const FIGURES = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?(?:$|[T\s,]+(.*)$)/
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:$|[T\s]+(.*)$)/
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]*(?:de\s+)?(\p{L}{3,}\.?)[-\s/,]*(?:de\s+)?(\d{4}|\d{2})(?:$|[T\s,:]+(.*)$)/u
const MONTH_FIRST = /^(\p{L}{3,}\.?)[-\s/]*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[-\s/]+)(\d{4})(?:$|[\s,:]+(.*)$)/u
const YEAR_FIRST = /^(\d{4})[-\s/](\p{L}{3,}\.?)[-\s/](\d{1,2})(?:$|[T\s,:]+(.*)$)/u
const MONTH_ONLY = /^(?:(\p{L}{3,})\.?[-\s,]+\d{4}|\d{4}-\d{2}|\d{4}[-\s]\p{L}{3,})$/u
const WEEKDAY = /^\p{L}{2,}\.?,?\s+(?=\d|\p{L}{3,}\.?\s+\d)/u
const EPOCH = /^(\d{10}|\d{13})(?:\.0+)?$/

/** Takes a cell apart, or undefined where it is no date of any form. */
export function dateParts(cell: string): DateParts | undefined {
  const figures = FIGURES.exec(cell)
  if (figures !== null) {
    const [, first = '', , second = '', third = '', tail = ''] = figures
    return first.length + third.length < 3 || (first.length > 2 && third.length > 2)
      ? undefined
      : { form: 'figures', figures: [first, second, third], tail }
  }
  const compact = COMPACT.exec(cell)
  if (compact !== null) {
    const [, year = '', month = '', day = '', tail = ''] = compact
    return { form: 'figures', figures: [year, month, day], tail }
  }
  const epoch = EPOCH.exec(cell)
  if (epoch !== null) {
    const figure = epoch[1] ?? ''
    return { form: 'instant', ms: figure.length === 10 ? Number(figure) * 1000 : Number(figure) }
  }
  return namedParts(cell) ?? namedParts(cell.replace(WEEKDAY, ''))
}

function namedParts(cell: string): DateParts | undefined {
  const dayFirst = DAY_FIRST.exec(cell)
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4])
  const monthFirst = MONTH_FIRST.exec(cell)
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4])
  const yearFirst = YEAR_FIRST.exec(cell)
  if (yearFirst !== null) return named(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4])
  const monthOnly = MONTH_ONLY.exec(cell)
  if (monthOnly === null) return undefined
  return monthOnly[1] !== undefined && monthOfName(monthOnly[1]) === undefined ? undefined : { form: 'month-only' }
}

function named(year = '', word = '', day = '', tail = ''): DateParts | undefined {
  const month = monthOfName(word)
  return month === undefined ? undefined : { form: 'named', year: fullYear(year), month, day: Number(day), tail }
}

/**
 * The day that a cell means. `order` decides what `05/12/2026` is. A time with an offset stays on the wall clock it was
 * written on; an instant (`Z`, an epoch) is moved to `timeZone` unless it is midnight UTC exactly, which is how a day
 * without a time is exported.
 */
export function readMoment(cell: string, order: DateOrder, timeZone = 'UTC'): Moment | DateProblem {
  const parts = dateParts(cell)
  if (parts === undefined) return 'no-date'
  switch (parts.form) {
    case 'month-only':
      return 'month-only'
    case 'instant':
      return atInstant(parts.ms, timeZone)
    case 'named':
      return onWallClock(civilDate(parts.year, parts.month, parts.day), parts.tail, timeZone)
    case 'figures':
      return onWallClock(inOrder(parts.figures, order), parts.tail, timeZone)
  }
}

/** The calendar day of three figures; a figure of four digits is the year whatever the order says. */
function inOrder(figures: readonly [string, string, string], order: DateOrder): CivilDate | undefined {
  const [a, b, c] = figures
  if (a.length === 4) return civilDate(Number(a), Number(b), Number(c))
  if (order === 'ymd' && c.length < 4) return civilDate(fullYear(a), Number(b), Number(c))
  // A file said to be year first, but with the year last: day first is the commoner of the two.
  const [month, day] = order === 'mdy' ? [a, b] : [b, a]
  return civilDate(fullYear(c), Number(month), Number(day))
}

const fullYear = (text: string) => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900))

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(.*)$/i
const UTC = /^(?:z|utc|gmt|\+00:?00|utc\+00:?00)$/i
const OFFSET =
  /^(?:utc|gmt|UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?(?:\s*\(.*\))?$|^\[?[A-Za-z]+\/[A-Za-z_/]+\]?$|^[A-Z]{2,5}$/

function onWallClock(date: CivilDate | undefined, tail: string, timeZone: string): Moment | DateProblem {
  if (date === undefined) return 'no-such-day'
  if (tail === '') return { date, minutes: 0, timed: false }
  const clock = CLOCK.exec(tail.trim())
  if (clock === null) return 'no-date'
  const [, hourText = '', minuteText, secondText = '0', half, zone = ''] = clock
  if (minuteText === undefined && half === undefined) return 'no-date'
  const hour = half === undefined ? Number(hourText) : (Number(hourText) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const minutes = hour * 60 + Number(minuteText ?? 0) + Number(secondText) / 60
  if (hour > 24 || Number(minuteText ?? 0) > 59 || Number(secondText) > 60 || minutes > 1440) return 'no-such-day'
  if (zone !== '' && !UTC.test(zone) && !OFFSET.test(zone)) return 'no-date'
  const offset = offsetOf(zone)
  const moment = { ...atMinutes(date, minutes), ...(offset === undefined ? {} : { offset }) }
  const isUtc = UTC.test(zone)
  return isUtc && minutes !== 0 && timeZone !== 'UTC'
    ? atInstant(toEpochDay(date) * 86_400_000 + minutes * 60_000, timeZone)
    : moment
}

function offsetOf(zone: string): number | undefined {
  const match = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone)
  if (match === null) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

/** 24:00 is midnight of the next day. */
function atMinutes(date: CivilDate, minutes: number): Moment {
  return minutes === 1440
    ? { date: fromEpochDay(toEpochDay(date) + 1), minutes: 0, timed: true }
    : { date, minutes, timed: true }
}

function atInstant(ms: number, timeZone: string): Moment | DateProblem {
  const day = Math.floor(ms / 86_400_000)
  const ofDay = ms - day * 86_400_000
  if (ofDay === 0 || timeZone === 'UTC') return { date: fromEpochDay(day), minutes: ofDay / 60_000, timed: ofDay !== 0 }
  const { date, minutes } = wallClockAt(ms, timeZone)
  return { date, minutes: minutes + (ms % 60_000) / 60_000, timed: true }
}

/**
 * Minutes since 1970 on the wall clock the moment was written on, or on that of `beside`: the two sides of a night in
 * which the clocks change then lie as far apart as they were.
 */
export function wallMinutes(moment: Moment, beside: Moment = moment): number {
  const shift = moment.offset === undefined || beside.offset === undefined ? 0 : beside.offset - moment.offset
  return toEpochDay(moment.date) * 1440 + moment.minutes + shift
}
