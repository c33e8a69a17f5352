import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { isPausedOn } from '../../insight/day-marks.ts'
import { type GoalVersion, goalOf, lastVersion } from '../../insight/goal/goal.ts'
import { type GoalStreak, historyOf } from '../../insight/goal/history.ts'
import { readGoalRecords } from '../../store/goal-records.ts'
import { readGoals } from '../../store/goals.ts'
import { readMetrics } from '../../store/metrics.ts'
import { type Live, useDatabase, useLive, useProfile, useToday } from '../../store/react.tsx'
import { nextTask } from '../../ui/next-task.ts'

export interface StreakOfGoal {
  readonly id: string
  readonly metric: Metric
  /** What the goal asks now. */
  readonly version: GoalVersion
  readonly streak: GoalStreak
  /** The goal rests today, or the person does: what is missed now breaks nothing. */
  readonly isPaused: boolean
}

/** The days of a week before the first of a goal, which have a say in its first week. */
const BEFORE = 6

/** The streaks of the goals that are in force, in the order they were set. A goal by a date has none: it is reached once. */
export function useGoalStreaks(): Live<readonly StreakOfGoal[]> {
  const db = useDatabase()
  const today = useToday()
  const { preferredSources } = useProfile()
  return useLive(async () => {
    const [stored, metrics] = await Promise.all([readGoals(db), readMetrics(db, { archived: true })])
    const goals = stored
      .flatMap(({ id, fields }) => goalOf(id, fields) ?? [])
      .filter((goal) => goal.archived === undefined && lastVersion(goal).cadence !== 'byDate')
    const asked = metrics.filter(({ id }) => goals.some(({ metric }) => metric === id))
    const first = goals.map(({ versions }) => versions[0].from).reduce((a, b) => (b < a ? b : a), today)
    const records = await readGoalRecords(db, asked, { from: addDays(first, -BEFORE) }, today, preferredSources)
    const streaks: StreakOfGoal[] = []
    for (const goal of goals) {
      const metric = asked.find(({ id }) => id === goal.metric)
      if (metric === undefined) continue
      const version = lastVersion(goal)
      const isPaused = version.paused || isPausedOn(records.pauses, today)
      streaks.push({ id: goal.id, metric, version, streak: historyOf(goal, records).streak, isPaused })
      await nextTask()
    }
    return streaks
  }, [db, today, preferredSources])
}
