import { addDays, type CivilDate, datesBetween } from '../../shared/calendar/civil-date.ts'
import { isAdditive, type Metric, type SourceId } from '../../shared/metric/metric.ts'
import type { Records } from '../insight/goal/records.ts'
import type { Database } from './database.ts'
import { readSeries } from './day-values.ts'
import { readLoggedDays } from './logged-days.ts'
import { readPauses } from './pauses.ts'

/** Days after today that are read too: those that were today before the clock was turned back. */
const AHEAD = 2

export interface GoalRecords extends Records {
  /** Every day with an entry, ascending. */
  readonly logged: readonly CivilDate[]
}

/** Both ends included. */
export interface RecordRange {
  readonly from: CivilDate
  /** By default as far as anything counts. */
  readonly until?: CivilDate
}

/** What goals, challenges and rewards are judged by: the values of the metrics in the range, all logged days, and pauses. */
export async function readGoalRecords(
  db: Database,
  metrics: readonly Metric[],
  { from, until }: RecordRange,
  today: CivilDate,
  preferredSources: readonly SourceId[],
): Promise<GoalRecords> {
  const [series, logged, pauses] = await Promise.all([
    readSeries(db, metrics, from, until ?? addDays(today, AHEAD), preferredSources),
    readLoggedDays(db),
    readPauses(db),
  ])
  const indexOf = new Map(datesBetween(from, until ?? addDays(today, AHEAD)).map((date, index) => [date, index]))
  const valuesOf = new Map<string, Float64Array>(series.map(({ metric, values }) => [metric, values]))
  const growing = new Set<string>(metrics.filter(isAdditive).map(({ id }) => id))
  const loggedDays = new Set(logged)
  return {
    valueOn(metric, date) {
      const value = valuesOf.get(metric)?.[indexOf.get(date) ?? -1]
      return value === undefined || Number.isNaN(value) ? undefined : value
    },
    isLogged: (date) => loggedDays.has(date),
    grows: (metric) => growing.has(metric),
    pauses,
    today,
    logged,
  }
}
