import { addDays, type CivilDate, daysBetween } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { Board } from '../../shared/leaderboard/board.ts'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import { FIRST_DAY } from '../../shared/leaderboard/period.ts'
import { CALORIES, SLEEP, STEPS } from '../../shared/metric/catalogue.ts'
import { isAdditive, type Metric } from '../../shared/metric/metric.ts'
import { goalOf } from '../insight/goal/goal.ts'
import type { Database } from '../store/database.ts'
import { readSeries } from '../store/day-values.ts'
import { readGoals } from '../store/goals.ts'
import { readLoggedDays } from '../store/logged-days.ts'
import { readPauses } from '../store/pauses.ts'
import { type Profile, readProfile, timeZoneOf } from '../store/profile.ts'
import { openPeriods, scoresOf } from './scores.ts'

const METRICS: Readonly<Record<Board, Metric | undefined>> = {
  steps: STEPS,
  sleep: SLEEP,
  streak: undefined,
  calories: CALORIES,
}

/** Read at a time, so that nobody waits for ten years of days at once. */
const PIECE_DAYS = 366

/**
 * What this device would publish on some boards at an instant (ms since 1970 UTC), of the periods that take scores then or of
 * others. Reads and sends nothing.
 */
export async function readScores(
  db: Database,
  boards: readonly Board[],
  now: number,
  periodsOf = openPeriods,
): Promise<readonly PublishedScore[]> {
  if (boards.length === 0) return []
  const profile = await readProfile(db)
  const today = dayAt(now, { timeZone: timeZoneOf(profile), dayStart: profile.dayStart })
  const [logged, pauses, goals] = await Promise.all([readLoggedDays(db), readPauses(db), readGoals(db)])
  const earliest = logged[0] ?? today
  const first = earliest < FIRST_DAY ? FIRST_DAY : earliest > today ? today : earliest
  const metrics = boards.flatMap((board) => METRICS[board] ?? [])
  const valuesOf = await readValues(db, metrics, first, today, profile)
  const loggedDays = new Set(logged)
  const growing = new Set<string>(metrics.filter(isAdditive).map(({ id }) => id))
  return scoresOf(boards, periodsOf(today, now), {
    logged,
    first,
    goals: goals.flatMap(({ id, fields }) => goalOf(id, fields) ?? []),
    records: {
      today,
      pauses,
      isLogged: (date) => loggedDays.has(date),
      grows: (metric) => growing.has(metric),
      valueOn(metric, date) {
        const value = valuesOf.get(metric)?.[daysBetween(first, date)]
        return value === undefined || Number.isNaN(value) ? undefined : value
      },
    },
  })
}

async function readValues(
  db: Database,
  metrics: readonly Metric[],
  first: CivilDate,
  last: CivilDate,
  { preferredSources }: Profile,
): Promise<ReadonlyMap<string, Float64Array>> {
  const length = daysBetween(first, last) + 1
  const valuesOf = new Map<string, Float64Array>()
  for (const { id } of metrics) valuesOf.set(id, new Float64Array(length).fill(Number.NaN))
  if (metrics.length === 0) return valuesOf
  for (let from = first; from <= last; from = addDays(from, PIECE_DAYS)) {
    const end = addDays(from, PIECE_DAYS - 1)
    const pieces = await readSeries(db, metrics, from, end < last ? end : last, preferredSources)
    for (const { metric, values } of pieces) valuesOf.get(metric)?.set(values, daysBetween(first, from))
  }
  return valuesOf
}
