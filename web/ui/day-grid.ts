import {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  startOfWeek,
  type Weekday,
} from '../../shared/calendar/civil-date.ts'

/** A row of a calendar: seven places, without a date where the range has no day. */
export interface Week {
  /** The first day of the week, in the range or not. */
  readonly first: CivilDate
  readonly places: readonly { readonly column: number; readonly date: CivilDate | undefined }[]
}

/** The weeks that hold `from` to `to`, each beginning on `weekStart`. None when `to` is earlier. */
export function weeksOf(from: CivilDate, to: CivilDate, weekStart: Weekday): Week[] {
  const weeks: Week[] = []
  for (let first = startOfWeek(from, weekStart); first <= to; first = addDays(first, 7)) {
    const places = Array.from({ length: 7 }, (_, column) => {
      const day = addDays(first, column)
      return { column, date: day >= from && day <= to ? day : undefined }
    })
    weeks.push({ first, places })
  }
  return weeks
}

/** Where a key leads from a day, as calendars everywhere have it, or undefined for any other key. */
export function dayAfterKey(key: string, date: CivilDate, weekStart: Weekday): CivilDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1)
    case 'ArrowRight':
      return addDays(date, 1)
    case 'ArrowUp':
      return addDays(date, -7)
    case 'ArrowDown':
      return addDays(date, 7)
    case 'Home':
      return startOfWeek(date, weekStart)
    case 'End':
      return addDays(startOfWeek(date, weekStart), 6)
    case 'PageUp':
      return addMonths(date, -1)
    case 'PageDown':
      return addMonths(date, 1)
    default:
      return undefined
  }
}

/** The day of the range nearest to `date`. */
export function heldTo(date: CivilDate, from: CivilDate, to: CivilDate): CivilDate {
  if (daysBetween(from, date) < 0) return from
  return daysBetween(date, to) < 0 ? to : date
}
