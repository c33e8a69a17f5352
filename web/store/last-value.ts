import { addDays, type CivilDate, daysBetween } from '../../shared/calendar/civil-date.ts'
import type { DayValue } from '../../shared/metric/day-value.ts'
import type { Metric, SourceId } from '../../shared/metric/metric.ts'
import type { Database } from './database.ts'
import { readDayValues } from './day-values.ts'
import { firstLoggedDate } from './logged-days.ts'

/** The latest day before `before` on which the metric has a value, or undefined. Reads backwards, and no further than needed. */
export async function lastValue(
  db: Database,
  metric: Metric,
  before: CivilDate,
  preferredSources: readonly SourceId[] = [],
): Promise<{ readonly date: CivilDate; readonly value: DayValue } | undefined> {
  const earliest = await firstLoggedDate(db)
  let until = before
  // Nearly always found in the last month; a metric given up years ago takes a few larger steps.
  for (let days = 31; earliest !== undefined && until > earliest; days *= 4) {
    const from = daysBetween(earliest, until) > days ? addDays(until, -days) : earliest
    const values = await readDayValues(db, [metric], from, addDays(until, -1), preferredSources)
    const latest = [...values].at(-1)
    const value = latest?.[1].get(metric.id)
    if (latest !== undefined && value !== undefined) return { date: latest[0], value }
    until = from
  }
  return undefined
}
