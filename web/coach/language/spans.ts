import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  monthOf,
  startOfWeek,
  toEpochDay,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../../../shared/calendar/civil-date.ts'
import type { AskedPeriod } from '../answer.ts'

export const day = (date: CivilDate): Span => ({ from: date, to: date, piece: 'day' })
export const days = (from: CivilDate, to: CivilDate): Span => ({ from, to, piece: 'days' })

/** Days without their words, which `periodWords` makes. */
export type Span = Omit<AskedPeriod, 'words'>

export interface Calendar {
  readonly today: CivilDate
  readonly weekStart: Weekday
  /** The first day with anything recorded; today where nothing is. */
  readonly first: CivilDate
  /** `4/3` is 3 April there. */
  readonly isMonthFirst: boolean
  readonly isSouthern: boolean
  /** The question is of days to come: a date without a year is the next one. */
  readonly looksAhead?: boolean
}

/** The one just before: the day, week, month or year before, or as many days. */
export function periodBefore(span: Span, { weekStart }: Pick<Calendar, 'weekStart'>): Span {
  const { from, to } = span
  const weekdays = span.weekdays === undefined ? {} : { weekdays: span.weekdays }
  switch (span.piece) {
    case 'week': {
      const start = startOfWeek(addDays(from, -1), weekStart)
      return { from: start, to: addDays(start, 6), piece: 'week', ...weekdays }
    }
    case 'month': {
      const start = addMonths(from, -1)
      return { from: start, to: addDays(addMonths(start, 1), -1), piece: 'month', ...weekdays }
    }
    case 'year': {
      const start = addMonths(from, -12)
      return { from: start, to: addDays(addMonths(start, 12), -1), piece: 'year', ...weekdays }
    }
    case 'day':
      return day(addDays(from, -1))
    case 'days':
    case 'all': {
      const length = toEpochDay(to) - toEpochDay(from) + 1
      return { from: addDays(from, -length), to: addDays(from, -1), piece: 'days', ...weekdays }
    }
  }
}

/** The one just after, as long: the whole month or year after a month or a year. */
export function periodAfter({ from, to, piece, ...weekdays }: Span): Span {
  const start = addDays(to, 1)
  if (piece === 'month' || piece === 'year')
    return { ...weekdays, from: start, to: addDays(addMonths(start, piece === 'year' ? 12 : 1), -1), piece }
  return {
    ...weekdays,
    from: start,
    to: addDays(start, toEpochDay(to) - toEpochDay(from)),
    piece: piece === 'all' ? 'days' : piece,
  }
}

export function yearBefore(span: Span): Span {
  return { ...span, from: addMonths(span.from, -12), to: addMonths(span.to, -12) }
}

export function month(year: number, at: number): Span | undefined {
  const from = civilDate(year, at, 1)
  return from === undefined ? undefined : { from, to: addDays(addMonths(from, 1), -1), piece: 'month' }
}

export function yearSpan(year: number): Span | undefined {
  const from = civilDate(year, 1, 1)
  const to = civilDate(year, 12, 31)
  return from === undefined || to === undefined ? undefined : { from, to, piece: 'year' }
}

export function week(date: CivilDate, { weekStart }: Calendar): Span {
  const from = startOfWeek(date, weekStart)
  return { from, to: addDays(from, 6), piece: 'week' }
}

/** The week, month, quarter or year that holds today, or some before or after it. */
export function piece(unit: string, by: number, calendar: Calendar): Span {
  const { today } = calendar
  switch (unit) {
    case 'week':
      return week(addDays(today, 7 * by), calendar)
    case 'year':
      return yearSpan(yearOf(today) + by) ?? day(today)
    case 'quarter': {
      const moved = addMonths(firstOfMonth(today), 3 * by)
      return quarterOf(yearOf(moved), Math.ceil(monthOf(moved) / 3))
    }
    default: {
      const moved = addMonths(firstOfMonth(today), by)
      return month(yearOf(moved), monthOf(moved)) ?? day(today)
    }
  }
}

/** Of what is not over yet, the days up to today. */
export function toDate(unit: string, calendar: Calendar): Span {
  return { ...piece(unit, 0, calendar), to: calendar.today }
}

const firstOfMonth = (date: CivilDate): CivilDate => civilDate(yearOf(date), monthOf(date), 1) ?? date

function quarterOf(year: number, q: number): Span {
  const from = civilDate(year, 3 * q - 2, 1)
  if (from === undefined) throw new RangeError(`No quarter ${q} of ${year}`)
  return days(from, addDays(addMonths(from, 3), -1))
}

export function quarter(q: number, year: number | undefined, { today }: Calendar): Span {
  if (year !== undefined) return quarterOf(year, q)
  const own = quarterOf(yearOf(today), q)
  return own.from > today ? quarterOf(yearOf(today) - 1, q) : own
}

/** `last 14 days`: so many that end today. */
export function rolling(n: number, unit: string, { today }: Calendar): Span {
  const count = Math.max(1, n)
  if (/^month/.test(unit)) return days(addDays(addMonths(today, -Math.min(count, 2400)), 1), today)
  if (/^quarter/.test(unit)) return days(addDays(addMonths(today, -3 * Math.min(count, 800)), 1), today)
  if (/^year/.test(unit)) return days(addDays(addMonths(today, -12 * Math.min(count, 200)), 1), today)
  const length = count * (/^week/.test(unit) ? 7 : /^fortnight/.test(unit) ? 14 : 1)
  return length === 1 ? day(today) : days(addDays(today, 1 - length), today)
}

export function lastOf(from: CivilDate, n: number, unit: string): CivilDate {
  if (/^month/.test(unit)) return addDays(addMonths(from, n), -1)
  if (/^year/.test(unit)) return addDays(addMonths(from, 12 * Math.min(n, 200)), -1)
  return addDays(from, n * (/^week/.test(unit) ? 7 : /^fortnight/.test(unit) ? 14 : 1) - 1)
}

/** The same day, so long ago. */
export function daysBack(today: CivilDate, n: number, unit: string): CivilDate {
  if (/^month/.test(unit)) return addMonths(today, -Math.min(n, 2400))
  if (/^quarter/.test(unit)) return addMonths(today, -3 * Math.min(n, 800))
  if (/^year/.test(unit)) return addMonths(today, -12 * Math.min(n, 200))
  return addDays(today, -n * (/^week/.test(unit) ? 7 : /^fortnight/.test(unit) ? 14 : 1))
}

export function ago(n: number, unit: string, calendar: Calendar): Span {
  const { today } = calendar
  if (/^(?:day|night)/.test(unit)) return day(addDays(today, -n))
  if (/^week(?!end)/.test(unit)) return piece('week', -n, calendar)
  if (/^fortnight/.test(unit)) return piece('week', -2 * n, calendar)
  if (/^month/.test(unit)) return piece('month', -n, calendar)
  if (/^quarter/.test(unit)) return piece('quarter', -n, calendar)
  if (/^year/.test(unit)) return piece('year', -Math.min(n, 200), calendar)
  const { from, to } = weekend('last', calendar)
  return { from: addDays(from, -7 * (n - 1)), to: addDays(to, -7 * (n - 1)), piece: 'days' }
}

export function weekdayDate(which: string, weekday: Weekday, calendar: Calendar): CivilDate {
  const { today } = calendar
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (which === 'this') {
    const from = startOfWeek(today, calendar.weekStart)
    return addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  }
  if (which === 'next' || which === 'coming') return addDays(today, 7 - back)
  if (which === '')
    return calendar.looksAhead === true ? addDays(today, 7 - back) : addDays(today, back === 0 ? -7 : -back)
  return addDays(today, back === 0 ? -7 : -back)
}

/** Saturday and Sunday. The last one is over; the one that `the weekend` means may be under way. */
export function weekend(asked: string, { today, looksAhead }: Calendar): Span {
  const which = asked === 'the' && looksAhead === true ? 'this' : asked
  const sinceSaturday = (weekdayOf(today) + 1) % 7
  const latest = addDays(today, -sinceSaturday)
  const isOn = sinceSaturday < 2
  const saturday =
    which === 'this'
      ? isOn
        ? latest
        : addDays(latest, 7)
      : which === 'next' || which === 'coming'
        ? addDays(latest, 7)
        : which === 'the' || !isOn
          ? latest
          : addDays(latest, -7)
  return days(saturday, addDays(saturday, 1))
}

/** A day of the year: the latest one that has come, where no year is said. */
export function latestDate(at: number, d: number, { today, looksAhead }: Calendar): Span | undefined {
  const own = civilDate(yearOf(today), at, d)
  if (looksAhead === true) {
    const next = own !== undefined && own > today ? own : civilDate(yearOf(today) + 1, at, d)
    return next === undefined ? undefined : day(next)
  }
  if (own !== undefined && own <= today) return day(own)
  for (let back = 1; back <= 8; back++) {
    const earlier = civilDate(yearOf(today) - back, at, d)
    if (earlier !== undefined) return day(earlier)
  }
  return undefined
}

export function latestDayOfMonth(d: number, { today, looksAhead }: Calendar): Span | undefined {
  for (let ahead = 0; looksAhead === true && ahead <= 2; ahead++) {
    const first = addMonths(firstOfMonth(today), ahead)
    const date = civilDate(yearOf(first), monthOf(first), d)
    if (date !== undefined && date > today) return day(date)
  }
  for (let back = 0; back <= 2; back++) {
    const first = addMonths(firstOfMonth(today), -back)
    const date = civilDate(yearOf(first), monthOf(first), d)
    if (date !== undefined && date <= today) return day(date)
  }
  return undefined
}

export function monthBegun(at: number, which: string, { today, looksAhead }: Calendar): Span | undefined {
  const year = yearOf(today)
  const isCurrent = at === monthOf(today)
  if (which === 'next') return month(isCurrent || at < monthOf(today) ? year + 1 : year, at)
  if (which === 'this') return month(year, at)
  if (which === 'last') return month(at < monthOf(today) ? year : year - 1, at)
  if (looksAhead === true) return month(at >= monthOf(today) ? year : year + 1, at)
  return month(at <= monthOf(today) ? year : year - 1, at)
}

/** Week 1 holds 4 January (ISO 8601). */
export function isoWeek(n: number, year: number, { weekStart }: Calendar): Span | undefined {
  const fourth = civilDate(year, 1, 4)
  if (fourth === undefined || n < 1 || n > 53) return undefined
  const from = addDays(startOfWeek(fourth, weekStart), 7 * (n - 1))
  return { from, to: addDays(from, 6), piece: 'week' }
}

/** Three whole months, as weather services count them: spring from March on the northern half of the earth. */
export function season(which: string, name: string, y: string | undefined, calendar: Calendar): Span | undefined {
  const { today, isSouthern } = calendar
  const northern = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[name]
  if (northern === undefined) return undefined
  const first = isSouthern ? ((northern + 5) % 12) + 1 : northern
  const of = (year: number): Span | undefined => {
    const from = civilDate(year, first, 1)
    return from === undefined ? undefined : days(from, addDays(addMonths(from, 3), -1))
  }
  if (y !== undefined) return of(Number(y))
  const own = of(yearOf(today))
  const begun = own !== undefined && own.from <= today ? own : of(yearOf(today) - 1)
  if (which === 'last' || which === 'past')
    return begun !== undefined && begun.to >= today ? of(yearOf(begun.from) - 1) : begun
  if (which === 'next') return begun === undefined ? undefined : of(yearOf(begun.from) + 1)
  return begun
}
