import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import { dayAt } from '../../shared/calendar/day-clock.ts'
import { goalOf } from '../insight/goal/goal.ts'
import { isDismissed } from '../insight/risk/dismissal.ts'
import { streakOf } from '../insight/streak.ts'
import type { Database } from '../store/database.ts'
import { readDismissals } from '../store/dismissals.ts'
import { readGoalRecords } from '../store/goal-records.ts'
import { readGoals } from '../store/goals.ts'
import { readHighRisks } from '../store/kept-risks.ts'
import { readLoggedDays } from '../store/logged-days.ts'
import { readMetrics } from '../store/metrics.ts'
import { readPauses } from '../store/pauses.ts'
import { type Profile, readProfile, timeZoneOf } from '../store/profile.ts'
import { firstDayOf, reachedGoals } from './reached-goals.ts'
import type { Facts } from './what-to-say.ts'

/** What reminders are about, as this device has it at an instant (ms since 1970 UTC). */
export async function readFacts(db: Database, now: number): Promise<Facts> {
  const profile = await readProfile(db)
  const today = dayAt(now, { timeZone: timeZoneOf(profile), dayStart: profile.dayStart })
  const [logged, pauses] = await Promise.all([readLoggedDays(db), readPauses(db)])
  return {
    today,
    dayStart: profile.dayStart,
    streak: streakOf(logged, pauses, today),
    reached: await reached(db, today, profile),
    risks: await highRisks(db),
    weekDays: logged.filter((date) => date > addDays(today, -8) && date < today).length,
  }
}

async function reached(db: Database, today: CivilDate, { preferredSources }: Profile): Promise<Facts['reached']> {
  const goals = (await readGoals(db)).flatMap(({ id, fields }) => goalOf(id, fields) ?? [])
  if (goals.length === 0) return []
  const metrics = await readMetrics(db)
  const nameOf = (id: string) => metrics.find((metric) => metric.id === id)?.name
  const known = goals.filter(({ metric }) => nameOf(metric) !== undefined)
  const range = { from: firstDayOf(known, today), until: today }
  const records = await readGoalRecords(db, metrics, range, today, preferredSources)
  return reachedGoals(known, records).map(({ id, metric, of, since }) => ({
    id,
    name: nameOf(metric) ?? '',
    of,
    since,
  }))
}

/** Of the insights that were last worked out: a notification waits for no analysis. */
async function highRisks(db: Database): Promise<Facts['risks']> {
  const high = await readHighRisks(db)
  if (high.length === 0) return []
  const [dismissals, metrics] = await Promise.all([readDismissals(db), readMetrics(db)])
  return high
    .filter((risk) => !isDismissed(risk, dismissals))
    .map(({ id, since, metric }) => ({
      id: `${id} ${since}`,
      name: metrics.find((each) => each.id === metric)?.name,
    }))
}
