import { useMemo } from 'react'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type Challenge, challengeOf } from '../../insight/challenge/challenge.ts'
import { type Goal, goalOf } from '../../insight/goal/goal.ts'
import { type GoalHistory, historyOf } from '../../insight/goal/history.ts'
import { readChallenges } from '../../store/challenges.ts'
import { type GoalRecords, readGoalRecords } from '../../store/goal-records.ts'
import { readGoals } from '../../store/goals.ts'
import { readMetrics } from '../../store/metrics.ts'
import { useDatabase, useLive, useProfile, useToday } from '../../store/react.tsx'
import { nextTask } from '../../ui/next-task.ts'

/** Everything that goals, challenges and rewards are made of. */
export interface GoalBook {
  readonly goals: readonly Goal[]
  readonly challenges: readonly Challenge[]
  readonly records: GoalRecords
  /** What the records say of each goal. */
  readonly historyOf: (goal: Goal) => GoalHistory
  /** Archived ones too: what was reached with them stays. */
  readonly metricOf: (id: string) => Metric | undefined
}

/** How far back the records are read for what a metric usually is, and for the level on the first day of a goal. */
const BEFORE = 28

/** Undefined until it has been read. */
export function useGoalBook(): { readonly value: GoalBook | undefined; readonly error: unknown } {
  const db = useDatabase()
  const today = useToday()
  const { preferredSources } = useProfile()
  const { value, error } = useLive(async () => {
    const [storedGoals, storedChallenges, metrics] = await Promise.all([
      readGoals(db),
      readChallenges(db),
      readMetrics(db, { archived: true }),
    ])
    const known = new Set<string>(metrics.map(({ id }) => id))
    const goals = storedGoals
      .flatMap(({ id, fields }) => goalOf(id, fields) ?? [])
      .filter((goal) => known.has(goal.metric))
    const challenges = storedChallenges.flatMap(({ id, fields }) => challengeOf(id, fields) ?? [])
    const from = addDays(firstDay(goals, challenges, today), -BEFORE)
    const records = await readGoalRecords(db, metrics, { from }, today, preferredSources)
    return { goals, challenges, records, metrics, histories: await judged(goals, records) }
  }, [db, today, preferredSources])
  const book = useMemo(() => {
    if (value === undefined) return undefined
    const { metrics, histories, ...rest } = value
    const byId = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]))
    return {
      ...rest,
      metricOf: (id: string) => byId.get(id),
      historyOf: (goal: Goal) => histories.get(goal) ?? historyOf(goal, rest.records),
    }
  }, [value])
  return { value: book, error }
}

/** One a task: ten years of six goals are too much for one. */
async function judged(goals: readonly Goal[], records: GoalRecords): Promise<ReadonlyMap<Goal, GoalHistory>> {
  const histories = new Map<Goal, GoalHistory>()
  for (const goal of goals) {
    await nextTask()
    histories.set(goal, historyOf(goal, records))
  }
  return histories
}

function firstDay(goals: readonly Goal[], challenges: readonly Challenge[], today: CivilDate): CivilDate {
  const firsts = [...goals.map(({ versions }) => versions[0].from), ...challenges.map(({ from }) => from)]
  return firsts.reduce((first, date) => (date < first ? date : first), today)
}
