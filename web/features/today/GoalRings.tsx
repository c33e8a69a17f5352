import { Check, Pause } from 'lucide-react'
import { Link, useSearch } from 'wouter'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type Goal, goalOf } from '../../insight/goal/goal.ts'
import { type GoalProgress, progressOn } from '../../insight/goal/progress.ts'
import { goalText, progressText } from '../../insight/wording/goal-words.ts'
import { readGoalRecords } from '../../store/goal-records.ts'
import { readGoals } from '../../store/goals.ts'
import { useDatabase, useLive, useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { metricHue } from '../../ui/hue.ts'
import { Ring } from '../../ui/Ring.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './GoalRings.module.css'
import { dayFromQuery } from './selected-day.ts'

/** How far the level of a goal by a date looks back. */
const LEVEL_DAYS = 28

/** The rings of the goals that are in force on the chosen day. */
export default function GoalRings() {
  const { units } = useProfile()
  const { rings, day, today } = useRings()
  if (rings === undefined) return null
  if (rings.length === 0)
    return (
      <p className={styles['none']}>
        No goal was set for this day yet. <Link href="/goals">See your goals</Link>
      </p>
    )
  return (
    <ul className={styles['rings']} aria-label={day === today ? "Today's goals" : "The day's goals"}>
      {rings.map(({ goal, metric, progress }) => {
        const isClosed = progress.share === 1
        const percent = Math.min(99, Math.round(progress.share * 100))
        const state = isClosed ? 'ring closed' : `ring ${percent} % closed`
        return (
          <li key={goal.id}>
            <Link href="/goals" className={styles['goal']} data-goal={metric.id} data-closed={isClosed}>
              <span aria-hidden="true">
                <Ring
                  size={44}
                  parts={[
                    {
                      label: metric.name,
                      value: progress.share,
                      hue: metricHue(metric.id),
                    },
                  ]}
                >
                  <span className={styles['middle']}>
                    {progress.state === 'paused' ? (
                      <Pause size={14} />
                    ) : isClosed ? (
                      <Check size={16} strokeWidth={3.5} />
                    ) : (
                      percent
                    )}
                  </span>
                </Ring>
              </span>
              <span className={styles['words']}>
                <b>{metric.name}</b>
                <span className={styles['stands']}>{progressText(metric, progress, units)}</span>
                <VisuallyHidden>
                  , {goalText(metric, progress.version, units)}, {state}
                </VisuallyHidden>
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

interface GoalOfDay {
  readonly goal: Goal
  readonly metric: Metric
  readonly progress: GoalProgress
}

/** The rings of the chosen day; while another day is being read, those of the last one. */
function useRings(): {
  readonly rings: readonly GoalOfDay[] | undefined
  readonly day: CivilDate
  readonly today: CivilDate
} {
  const db = useDatabase()
  const today = useToday()
  const metrics = useMetrics()
  const { preferredSources } = useProfile()
  const day = dayFromQuery(new URLSearchParams(useSearch()), today)
  const { value: rings } = useLive(async () => {
    const goals = (await readGoals(db)).flatMap(({ id, fields }) => goalOf(id, fields) ?? [])
    const asked = metrics.filter(({ id }) => goals.some(({ metric }) => metric === id))
    const records = await readGoalRecords(
      db,
      asked,
      { from: firstDayFor(goals, day), until: addDays(day, 6) },
      today,
      preferredSources,
    )
    return goals.flatMap((goal): GoalOfDay[] => {
      const metric = asked.find(({ id }) => id === goal.metric)
      const progress = progressOn(goal, day, records)
      return metric === undefined || progress === undefined ? [] : [{ goal, metric, progress }]
    })
  }, [db, day, today, metrics, preferredSources])
  return { rings, day, today }
}

/** The first day whose value has a say: the week of the day, and all of a goal by a date with the level it began from. */
function firstDayFor(goals: readonly Goal[], day: CivilDate): CivilDate {
  const firsts = goals.flatMap(({ versions }) =>
    versions.flatMap(({ cadence, from }) => (cadence === 'byDate' && from <= day ? [addDays(from, -LEVEL_DAYS)] : [])),
  )
  return firsts.reduce((first, date) => (date < first ? date : first), addDays(day, -6))
}
