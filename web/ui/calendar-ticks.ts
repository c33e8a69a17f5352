import {
  addMonths,
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
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120]

// 1970-01-05 was a Monday: steps of weeks fall on Mondays.
const MONDAY = 4

/**
 * Where a time axis over [from, to] is labelled: the finest of days, weeks, months and years that gives at most `most`
 * labels. A tick always lies on a day, and on the first of its month or year where the step is one.
 */
export function calendarTicks(from: EpochDay, to: EpochDay, most: number): CalendarTick[] {
  for (const step of DAY_STEPS) {
    const first = step < 7 ? from : from + ((((MONDAY - from) % 7) + 7) % 7)
    if (Math.floor((to - first) / step) + 1 > most) continue
    const ticks: CalendarTick[] = []
    for (let day = first; day <= to; day += step) ticks.push({ day, text: dayLabel(day) })
    return ticks
  }
  let ticks: CalendarTick[] = []
  for (const step of MONTH_STEPS) {
    ticks = monthTicks(from, to, step)
    if (ticks.length <= most) break
  }
  return ticks
}

function monthTicks(from: EpochDay, to: EpochDay, step: number): CalendarTick[] {
  const first = fromEpochDay(from)
  const months = yearOf(first) * 12 + monthOf(first) - 1
  const aligned = months - (months % step)
  let date = civilDate(Math.floor(aligned / 12), (aligned % 12) + 1, 1)
  const ticks: CalendarTick[] = []
  while (date !== undefined && toEpochDay(date) <= to) {
    const day = toEpochDay(date)
    const month = monthOf(date)
    if (day >= from) ticks.push({ day, text: month === 1 ? String(yearOf(date)) : monthName(month) })
    date = addMonths(date, step)
  }
  return ticks
}

function dayLabel(day: EpochDay): string {
  const date = fromEpochDay(day)
  return `${dayOf(date)} ${monthName(monthOf(date))}`
}
