import {
  civilDate,
  dayOf,
  type EpochDay,
  fromEpochDay,
  monthOf,
  toEpochDay,
  yearOf,
} from '../../shared/calendar/civil-date.ts'
import { monthName } from './date-text.ts'

export interface CalendarTick {
  readonly day: EpochDay
  readonly text: string
}

const DAY_STEPS = [1, 2, 7, 14]
// The last: a mistyped year must not cover the axis with labels.
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 60_000]
const MONTH_DAYS = 30.436_875

// 1970-01-05 was a Monday: steps of weeks fall on Mondays.
const MONDAY = 4

/**
 * Where a time axis over [from, to] is labelled: the finest of days, weeks, months and years that gives at most `most`
 * labels, and one at least. A tick always lies on a day, and on the first of its month or year where the step is one; a few days
 * without a Monday have their first.
 */
export function calendarTicks(from: EpochDay, to: EpochDay, most: number): CalendarTick[] {
  for (const step of DAY_STEPS) {
    const first = step < 7 ? from : from + ((((MONDAY - from) % 7) + 7) % 7)
    const count = Math.floor((to - first) / step) + 1
    if (count < 1 || count > most) continue
    const ticks: CalendarTick[] = []
    for (let day = first; day <= to; day += step) ticks.push({ day, text: dayLabel(day) })
    return ticks
  }
  for (const step of MONTH_STEPS) {
    if ((to - from) / (MONTH_DAYS * step) > most + 1) continue
    const ticks = monthTicks(from, to, step)
    if (ticks.length > 0 && ticks.length <= most) return ticks
  }
  return [{ day: from, text: dayLabel(from) }]
}

function monthTicks(from: EpochDay, to: EpochDay, step: number): CalendarTick[] {
  const ticks: CalendarTick[] = []
  const first = monthNumber(from)
  for (let number = first - (first % step); number <= monthNumber(to); number += step) {
    const year = Math.floor(number / 12)
    const month = (number % 12) + 1
    const date = civilDate(year, month, 1)
    const day = date === undefined ? undefined : toEpochDay(date)
    if (day !== undefined && day >= from) ticks.push({ day, text: month === 1 ? String(year) : monthName(month) })
  }
  return ticks
}

/** Months since the beginning of the year 0. */
function monthNumber(day: EpochDay): number {
  const date = fromEpochDay(day)
  return yearOf(date) * 12 + monthOf(date) - 1
}

function dayLabel(day: EpochDay): string {
  const date = fromEpochDay(day)
  return `${dayOf(date)} ${monthName(monthOf(date))}`
}
