import { addDays } from '../../shared/calendar/civil-date.ts'
import { findPatterns } from '../insight/analyse.ts'
import { compare } from '../insight/comparison/compare.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import { experimentOf } from '../insight/experiment/experiment.ts'
import { type ExperimentRefusal, type ExperimentResult, experimentResult } from '../insight/experiment/result.ts'
import { forecast } from '../insight/forecast/forecast-days.ts'
import { projectGoal } from '../insight/forecast/goal-projection.ts'
import { METHOD_VERSION } from '../insight/method-version.ts'
import { type WeeklyReport, weeklyReport } from '../insight/report/weekly-report.ts'
import { type ShuffleResult, shuffleRuns } from '../insight/shuffle/shuffle-test.ts'
import { streakOf } from '../insight/streak.ts'
import type { Database } from '../store/database.ts'
import { readDismissals } from '../store/dismissals.ts'
import { readExperiment } from '../store/experiments.ts'
import { readInsights } from '../store/insight-cache.ts'
import type { Held } from '../store/insight-series.ts'
import { readLoggedDays } from '../store/logged-days.ts'
import { readPauses } from '../store/pauses.ts'
import type { InsightQuestion } from './insight-messages.ts'

/** What an answer is made from. */
export interface AnswerPorts {
  readonly db: Database
  /** The days as they are. */
  readonly days: Held
  readonly signal: AbortSignal
  readonly onProgress: (done: number, of: number) => void
  /** Lets messages in between two steps of something long. */
  readonly pause: () => Promise<void>
}

/** Answers one question about the days as they are. What was called off while it ran answers undefined. */
export async function answerInsight(asked: InsightQuestion, ports: AnswerPorts): Promise<unknown> {
  const { days } = ports
  const { today } = days
  switch (asked.kind) {
    case 'compare':
      return compare(seriesOf(days, asked.metric), { ...asked, today })
    case 'forecast':
      return forecast(seriesOf(days, asked.metric), { ...asked, today })
    case 'project':
      return projectGoal(seriesOf(days, asked.metric), { ...asked, today })
    case 'shuffle':
      return shuffle(asked, ports)
    case 'experiment':
      return resultOf(asked.experiment, ports)
    case 'report':
      return report(ports)
    case 'coach': {
      // Most pages never ask it anything.
      const { answerCoach } = await import('./coach-answers.ts')
      return answerCoach(asked.asked, ports)
    }
  }
}

/** The series of a metric; one of no days where it has none. */
function seriesOf({ series, today }: Held, metric: string): DailySeries {
  const found = series.find((one) => one.metric === metric)
  return found ?? { metric, start: addDays(today, -1), values: Float64Array.of(Number.NaN) }
}

async function shuffle(
  { runs, seed }: { readonly runs: number; readonly seed: number },
  { days, signal, onProgress, pause }: AnswerPorts,
): Promise<ShuffleResult | undefined> {
  const { series, today } = days
  const findings = (shuffled: readonly DailySeries[]) => findPatterns(shuffled, { today }).findings
  let result: ShuffleResult | undefined
  for (const soFar of shuffleRuns(series, { runs, seed, findings })) {
    result = soFar
    onProgress(soFar.runs, runs)
    await pause()
    if (signal.aborted) return undefined
  }
  return result
}

async function resultOf(id: string, { db, days }: AnswerPorts): Promise<ExperimentResult | ExperimentRefusal> {
  const stored = await readExperiment(db, id)
  const experiment = stored && experimentOf(stored.id, stored.fields)
  if (experiment === undefined) throw new Error('This experiment is no longer there.')
  const { outcome } = experiment.plan
  return experimentResult(
    experiment,
    days.series.find(({ metric }) => metric === outcome),
    { today: days.today, sha256: (bytes) => crypto.subtle.digest('SHA-256', bytes) },
  )
}

async function report({ db, days }: AnswerPorts): Promise<WeeklyReport | null> {
  const { today, series, profile } = days
  const [kept, logged, pauses, dismissals] = await Promise.all([
    readInsights(db, METHOD_VERSION),
    readLoggedDays(db),
    readPauses(db),
    readDismissals(db),
  ])
  if (kept === undefined) return null
  const { analysis, risks } = kept
  const streak = streakOf(logged, pauses, today)
  return weeklyReport(analysis, series, { today, weekStart: profile.weekStart, streak, risks, dismissals })
}
