import { Check } from 'lucide-react'
import { useMemo } from 'react'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { PauseDates } from '../../insight/day-marks.ts'
import { MILESTONES, milestonesOf } from '../../insight/milestones.ts'
import type { Streak } from '../../insight/streak.ts'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import styles from './MilestoneList.module.css'

export interface MilestoneListProps {
  readonly streak: Streak
  readonly logged: readonly CivilDate[]
  readonly pauses: readonly PauseDates[]
  readonly today: CivilDate
}

/** Lengths worth marking, when they were first reached, and how far the next one is. */
export function MilestoneList({ streak, logged, pauses, today }: MilestoneListProps) {
  const { reached, next } = useMemo(() => milestonesOf(logged, pauses, today), [logged, pauses, today])
  const firstOf = (days: number) => reached.find((milestone) => milestone.days === days)?.on
  return (
    <Card title="Milestones">
      {next !== undefined && (
        <div className={styles['next']}>
          <p>
            Next: <strong>{next.days} days</strong>, {next.left} to go
            {streak.current > 0 && (
              <span className={styles['soft']}>
                {' '}
                · {dayText(addDays(today, streak.todayLogged ? next.left : next.left - 1))} if every day counts
              </span>
            )}
          </p>
          <progress value={streak.current} max={next.days} aria-label={`${streak.current} of ${next.days} days`} />
        </div>
      )}
      <ul>
        {MILESTONES.map((days) => {
          const on = firstOf(days)
          return (
            <li key={days} className={styles['row']}>
              <span className={styles['mark']} data-reached={on !== undefined} aria-hidden="true">
                {on !== undefined && <Check size={14} strokeWidth={3} />}
              </span>
              <span>{days} days</span>
              <span className={styles['when']}>{on === undefined ? 'not yet' : `first on ${dayText(on)}`}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
