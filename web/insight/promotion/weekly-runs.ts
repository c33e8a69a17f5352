import { type CivilDate, daysBetween, startOfWeek } from '../../../shared/calendar/civil-date.ts'
import type { Analysis, Finding } from '../analysis.ts'
import { findingKey } from './finding-key.ts'

/** The first look of a week, which is the one that counts: looking again until something is seen makes false findings. */
export interface WeeklyRun {
  /** The Monday of the week (ISO 8601). */
  readonly week: CivilDate
  /** The day of the look. */
  readonly on: CivilDate
  /** Days with data there were. */
  readonly days: number
  /** Keys of what was found: q at most alpha. */
  readonly found: readonly string[]
}

/** Weekly runs in which something has to be found before it is told as more than new. */
export const RUNS_TO_PROMOTE = 2
/** Runs that are kept, in weeks of use. */
const RUNS_KEPT = 8
/** From this many days with data more than have gone by, or fewer than there were, it is another history. */
const OTHER_DATA_DAYS = 14

/**
 * The weekly runs after a look on a day, oldest first. In a week that has its run nothing changes. Where days came or went in
 * bulk (an import, sample data taken away) the runs begin anew: what they looked at was something else.
 */
export function weeklyRunsAfter(
  runs: readonly WeeklyRun[],
  look: { readonly on: CivilDate; readonly days: number; readonly findings: readonly Finding[] },
): readonly WeeklyRun[] {
  const { on, days, findings } = look
  const run: WeeklyRun = { week: startOfWeek(on, 1), on, days, found: findings.map(findingKey) }
  // A clock that was ahead made runs in weeks that are still to come.
  const earlier = runs.filter(({ week }) => week <= run.week)
  const last = earlier.at(-1)
  if (last === undefined || isOtherData(last, run)) return [run]
  if (last.week === run.week) return earlier.length === runs.length ? runs : earlier
  return [...earlier, run].slice(-RUNS_KEPT)
}

function isOtherData(before: WeeklyRun, now: WeeklyRun): boolean {
  const elapsed = Math.max(0, daysBetween(before.on, now.on))
  return now.days > before.days + elapsed + OTHER_DATA_DAYS || now.days < before.days - OTHER_DATA_DAYS
}

/** In how many weekly runs without a gap, the last one included, something was found. */
export function weeksFound(runs: readonly WeeklyRun[], key: string): number {
  let weeks = 0
  for (let index = runs.length - 1; index >= 0 && runs[index]?.found.includes(key) === true; index--) weeks++
  return weeks
}

/** The analysis with what has not been found in two weekly runs marked as new. Nothing else is touched. */
export function markNew(analysis: Analysis, runs: readonly WeeklyRun[]): Analysis {
  return { ...analysis, findings: analysis.findings.map((finding) => markedNew(finding, runs)) }
}

function markedNew(finding: Finding, runs: readonly WeeklyRun[]): Finding {
  if (weeksFound(runs, findingKey(finding)) >= RUNS_TO_PROMOTE || finding.caveats.includes('new')) return finding
  return { ...finding, caveats: [...finding.caveats, 'new'] }
}
