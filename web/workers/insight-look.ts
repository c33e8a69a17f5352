import { dayAt } from '../../shared/calendar/day-clock.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import { METHOD_VERSION } from '../insight/method-version.ts'
import { markNew, weeklyRunsAfter } from '../insight/promotion/weekly-runs.ts'
import type { Database } from '../store/database.ts'
import { areKept, readWeeklyRuns, writeInsights } from '../store/insight-cache.ts'
import { fingerprintOf } from '../store/insight-fingerprint.ts'
import type { Held, HeldSeries } from '../store/insight-series.ts'
import { readLoggedDays } from '../store/logged-days.ts'
import { readPauses } from '../store/pauses.ts'
import { timeZoneOf } from '../store/profile.ts'
import type { InsightEngine } from './insight-engine.ts'

/** What a look is made with. */
export interface LookPorts {
  readonly db: Database
  readonly held: HeldSeries
  readonly engine: InsightEngine
  /** Runs `work` while no other tab looks. */
  readonly alone: (work: () => Promise<void>) => Promise<unknown>
}

/**
 * Looks at the person's days as they are and keeps what is found. Where that is already kept (a page that opens, another tab
 * that was first) nothing is worked out. Answers what was looked at, and whether it was worked out.
 */
export async function look({ db, held, engine, alone }: LookPorts): Promise<Looked> {
  let workedOut = false
  const days = await readHeld(db, held)
  const { today, series, metrics } = days
  const [loggedDays, pauses] = await Promise.all([readLoggedDays(db), readPauses(db)])
  const directions = Object.fromEntries(metrics.map(({ id, direction }) => [id, direction]))
  const looked = series.map(withTodayAsMark)
  const fingerprint = fingerprintOf({ today, series: looked, rest: [loggedDays, pauses, directions] })
  await alone(async () => {
    if (await areKept(db, METHOD_VERSION, fingerprint)) return
    workedOut = true
    const analysis = engine.analyse(series, { today })
    const { alerts, findings } = analysis
    const risks = engine.risks(series, { today, loggedDays, pauses, alerts, directions })
    const runs = weeklyRunsAfter(await readWeeklyRuns(db), { on: today, days: loggedDays.length, findings })
    const made = {
      version: METHOD_VERSION,
      fingerprint,
      madeAt: db.now(),
      analysis: markNew(analysis, runs),
      risks,
      runs,
    }
    const written = await writeInsights(db, made)
    if (!written.ok) throw new Error(written.failure.message)
  })
  return { days, workedOut }
}

export interface Looked {
  readonly days: Held
  readonly workedOut: boolean
}

/**
 * Today, the last day of a series, is not over: only whether there is something on it is looked at, and whether it is zero.
 * So while today's value is typed nothing is worked out again, and screens read nothing again.
 */
function withTodayAsMark(series: DailySeries): DailySeries {
  const values = series.values.slice()
  const last = values.length - 1
  values[last] = Math.sign(values[last] ?? Number.NaN)
  return { ...series, values }
}

/** The days as they are, up to the person's today. */
export function readHeld(db: Database, held: HeldSeries): Promise<Held> {
  return held.read((profile) => dayAt(db.now(), { timeZone: timeZoneOf(profile), dayStart: profile.dayStart }))
}
