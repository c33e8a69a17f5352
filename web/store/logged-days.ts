import { type CivilDate, civilDate } from '../../shared/calendar/civil-date.ts'
import type { Database } from './database.ts'
import type { LoggedMonth } from './rows.ts'

const DAYS = 31

/** Every day that counts as logged (a real value or a mood), ascending. Ten years are about 120 small rows. */
export async function readLoggedDays(db: Database): Promise<CivilDate[]> {
  return (await db.loggedMonths.toArray()).flatMap(datesOf)
}

/** The logged days from `from` to `to`, both included, ascending. */
export async function readLoggedBetween(db: Database, from: CivilDate, to: CivilDate): Promise<CivilDate[]> {
  const months = await db.loggedMonths.where('month').between(from.slice(0, 7), to.slice(0, 7), true, true).toArray()
  return months.flatMap(datesOf).filter((date) => date >= from && date <= to)
}

/** The first day that counts as logged, or undefined where there is none. Reads one row. */
export async function firstLoggedDate(db: Database): Promise<CivilDate | undefined> {
  const month = await db.loggedMonths.orderBy('month').first()
  return month === undefined ? undefined : datesOf(month)[0]
}

function datesOf({ month, days }: LoggedMonth): CivilDate[] {
  const dates: CivilDate[] = []
  const year = Number(month.slice(0, 4))
  const monthNumber = Number(month.slice(5, 7))
  for (let day = 1; day <= DAYS; day++) {
    if ((days & (1 << (day - 1))) === 0) continue
    const date = civilDate(year, monthNumber, day)
    if (date !== undefined) dates.push(date)
  }
  return dates
}
