import * as z from 'zod/mini'
import type { Result } from '../../shared/result/result.ts'
import type { Analysis } from '../insight/analysis.ts'
import type { WeeklyRun } from '../insight/promotion/weekly-runs.ts'
import type { Risk } from '../insight/risk/risk.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { analysis, civilDate, risk } from './insight-schema.ts'
import type { SaveProblem } from './save-problem.ts'

/** What was last made of the days of this device. Not a document: every device makes its own from the same days. */
export interface Insights {
  /** Of the method. What another version made is not read. */
  readonly version: number
  /** Of all that it was made from: the same fingerprint, the same insights. */
  readonly fingerprint: string
  /** ms since 1970 UTC */
  readonly madeAt: number
  /** With the caveat `new` on what has not been seen in two weekly runs. */
  readonly analysis: Analysis
  readonly risks: readonly Risk[]
  readonly runs: readonly WeeklyRun[]
}

/** The weekly runs stand by themselves: they outlive a change of the method. */
const RUNS = 'runs'
const RESULT = 'result'

const weeklyRuns = z.readonly(
  z.array(z.object({ week: civilDate, on: civilDate, days: z.int(), found: z.readonly(z.array(z.string())) })),
)

const result: z.ZodMiniType<Omit<Insights, 'runs'>> = z.object({
  version: z.number(),
  fingerprint: z.string(),
  madeAt: z.number(),
  analysis,
  risks: z.readonly(z.array(risk)),
})

/** The kept insights, or undefined where there are none that this version of the method can read: then they are made again. */
export async function readInsights(db: Database, version: number): Promise<Insights | undefined> {
  const [kept, runs] = await Promise.all([db.insight.get(RESULT), readWeeklyRuns(db)])
  const parsed = result.safeParse(kept?.value)
  return parsed.success && parsed.data.version === version ? { ...parsed.data, runs } : undefined
}

const mark = z.object({ version: z.number(), fingerprint: z.string() })

/** Whether these insights are kept, in a form that can be read. Where others are, which is how it is after an edit, it is quick. */
export async function areKept(db: Database, version: number, fingerprint: string): Promise<boolean> {
  const parsed = mark.safeParse((await db.insight.get(RESULT))?.value)
  if (!parsed.success || parsed.data.version !== version || parsed.data.fingerprint !== fingerprint) return false
  return (await readInsights(db, version)) !== undefined
}

/** The weekly runs of this device, oldest first; none where there were none or they cannot be read. */
export async function readWeeklyRuns(db: Database): Promise<readonly WeeklyRun[]> {
  const parsed = weeklyRuns.safeParse((await db.insight.get(RUNS))?.value)
  return parsed.success ? parsed.data : []
}

/**
 * Keeps insights in the place of those before. Where nothing is logged nothing is kept: it may all have been deleted while
 * they were worked out.
 */
export async function writeInsights(db: Database, { runs, ...made }: Insights): Promise<Result<void, SaveProblem>> {
  return withConnection(db, () =>
    db.transaction('rw', db.loggedMonths, db.insight, async () => {
      if ((await db.loggedMonths.limit(1).count()) === 0) {
        await db.insight.clear()
        return
      }
      await db.insight.bulkPut([
        { name: RESULT, value: made },
        { name: RUNS, value: runs },
      ])
    }),
  )
}
