import type { CoachFacts } from '../coach/facts.ts'
import { challengeOf } from '../insight/challenge/challenge.ts'
import { experimentOf } from '../insight/experiment/experiment.ts'
import { goalOf } from '../insight/goal/goal.ts'
import { METHOD_VERSION } from '../insight/method-version.ts'
import { readChallenges } from '../store/challenges.ts'
import type { Database } from '../store/database.ts'
import { readDismissals } from '../store/dismissals.ts'
import { readExperiments } from '../store/experiments.ts'
import { readGoals } from '../store/goals.ts'
import { readInsights } from '../store/insight-cache.ts'
import type { Held } from '../store/insight-series.ts'
import { readLoggedDays } from '../store/logged-days.ts'
import { readPauses } from '../store/pauses.ts'
import { timeZoneOf } from '../store/profile.ts'

/** Everything the coach answers from: the days, and what else is there now. */
export async function readCoachFacts(db: Database, days: Held, locale: string): Promise<CoachFacts> {
  const [kept, loggedDays, pauses, goals, challenges, experiments, dismissals] = await Promise.all([
    readInsights(db, METHOD_VERSION),
    readLoggedDays(db),
    readPauses(db),
    readGoals(db),
    readChallenges(db),
    readExperiments(db),
    readDismissals(db),
  ])
  const { today, profile, metrics, series } = days
  return {
    today,
    timeZone: timeZoneOf(profile),
    locale,
    weekStart: profile.weekStart,
    units: profile.units,
    metrics,
    series,
    analysis: kept?.analysis ?? null,
    loggedDays,
    pauses,
    goals: goals.flatMap(({ id, fields }) => goalOf(id, fields) ?? []),
    challenges: challenges.flatMap(({ id, fields }) => challengeOf(id, fields) ?? []),
    experiments: experiments.flatMap(({ id, fields }) => experimentOf(id, fields) ?? []),
    dismissals,
  }
}
