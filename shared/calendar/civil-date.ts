/**
 * A civil date: a day on a person's calendar, with no time and no zone. `YYYY-MM-DD`, years 0001-9999, so the text
 * order is the date order and a range of dates is a range of keys.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' }

/** Whole days since 1970-01-01, negative before it. Arithmetic on dates is arithmetic on these. */
export type EpochDay = number

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const MS_PER_DAY = 86_400_000
const YEARS_PER_CYCLE = 400
const DAYS_PER_CYCLE = 146_097
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** The civil date that `text` spells exactly, or undefined: wrong shape, or a day no calendar has (31 February). */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = SHAPE.exec(text)
  if (match === null) return undefined
  return civilDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The civil date of a year (1-9999), month (1-12) and day (1-31), or undefined where no calendar has it. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined
  return spell(year, month, day)
}

/** Days in a month of the Gregorian calendar; `month` is 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function toEpochDay(date: CivilDate): EpochDay {
  // Date.UTC reads the years 0-99 as 1900-1999, so it is asked about the same day one Gregorian cycle later.
  return Date.UTC(yearOf(date) + YEARS_PER_CYCLE, monthOf(date) - 1, dayOf(date)) / MS_PER_DAY - DAYS_PER_CYCLE
}

/** Throws RangeError outside the years 1-9999, as does all arithmetic on dates: such a date has no text that sorts. */
export function fromEpochDay(day: EpochDay): CivilDate {
  const at = new Date(day * MS_PER_DAY)
  return spell(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/** Days from `from` to `to`: 1 when `to` is the next day, negative when it is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/** Months later (or earlier), the day held to the month's last: 31 January + 1 month is 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return spell(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export function weekdayOf(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The first day of the week that holds `date`, for a week that begins on `weekStart`. */
export function startOfWeek(date: CivilDate, weekStart: Weekday): CivilDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7))
}

/** Every date from `from` to `to`, both included; none when `to` is earlier. */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const dates: CivilDate[] = []
  let year = yearOf(from)
  let month = monthOf(from)
  let day = dayOf(from)
  // Month by month and without a Date for each day: ten years of them are walked for every goal of a person.
  while (year <= 9999) {
    const monthText = spell(year, month, 1).slice(0, 8)
    for (const last = daysInMonth(year, month); day <= last; day++) {
      const date = `${monthText}${day < 10 ? '0' : ''}${day}` as CivilDate
      if (date > to) return dates
      dates.push(date)
    }
    day = 1
    year = month === 12 ? year + 1 : year
    month = (month % 12) + 1
  }
  return dates
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7))
export const dayOf = (date: CivilDate): number => Number(date.slice(8, 10))

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function spell(year: number, month: number, day: number): CivilDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`No civil date in the year ${year}`)
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate
}
