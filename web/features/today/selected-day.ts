import {
  addDays,
  type CivilDate,
  civilDate,
  datesBetween,
  daysBetween,
  parseCivilDate,
} from '../../../shared/calendar/civil-date.ts'

/** No day before it can be chosen. */
export const EARLIEST_DAY = civilDate(1900, 1, 1) ?? failToSpell()

const STRIP_DAYS = 7

/**
 * The day that the address asks for: `day=2026-11-20`. Today where it names none, one that no calendar has, or one
 * that has not come yet.
 */
export function dayFromQuery(query: URLSearchParams, today: CivilDate): CivilDate {
  const day = parseCivilDate(query.get('day') ?? '')
  return day !== undefined && heldToRange(day, today) === day ? day : today
}

/** The address of a day. Today has none of its own, so that a page left open moves on at midnight. */
export function addressOfDay(day: CivilDate, today: CivilDate): string {
  return day === today ? '/' : `/?day=${day}`
}

/** The day itself, or the nearest that can be logged. */
export function heldToRange(day: CivilDate, today: CivilDate): CivilDate {
  if (day > today) return today
  return day < EARLIEST_DAY ? EARLIEST_DAY : day
}

/** The seven days on show, oldest first: whole weeks counted back from today, so days stand still while one walks in them. */
export function stripOf(day: CivilDate, today: CivilDate): readonly CivilDate[] {
  const weeksBack = Math.floor(daysBetween(day, today) / STRIP_DAYS)
  const last = addDays(today, -weeksBack * STRIP_DAYS)
  return datesBetween(addDays(last, 1 - STRIP_DAYS), last)
}

function failToSpell(): never {
  throw new RangeError('1900-01-01 is a day')
}
