import { CircleCheck, CircleDashed, CirclePause, Flame } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Streak } from '../../insight/streak.ts'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import styles from './StreakSummary.module.css'

const days = (count: number) => (count === 1 ? 'day' : 'days')

/** The streak of now, the longest one, what today still needs, and the strength. */
export function StreakSummary({ streak }: { readonly streak: Streak }) {
  const { current, start, longest, longestFrom, longestUntil } = streak
  const percent = Math.round(streak.strength * 100)
  return (
    <Card>
      <div className={styles['now']}>
        <span className={styles['flame']} data-lit={current > 0} aria-hidden="true">
          <Flame size={34} strokeWidth={1.6} />
        </span>
        <div>
          <h2 className={styles['current']}>
            <span className={styles['count']}>{current}</span> {days(current)} in a row
          </h2>
          <p className={styles['soft']}>
            {start === undefined ? 'The next entry begins a new streak.' : `since ${dayText(start)}`}
          </p>
        </div>
      </div>
      <TodayState streak={streak} />
      <dl className={styles['facts']}>
        <div className={styles['fact']}>
          <dt>Longest</dt>
          <dd>
            <span className={styles['figure']}>{longest}</span> {days(longest)}
            {longestFrom !== undefined && longestUntil !== undefined && (
              <span className={styles['dates']}>
                {dayText(longestFrom)} – {dayText(longestUntil)}
              </span>
            )}
          </dd>
        </div>
        <div className={styles['fact']}>
          <dt>Strength</dt>
          <dd>
            <span className={styles['figure']}>{percent} %</span>
            <progress className={styles['bar']} value={streak.strength} aria-label={`Strength ${percent} %`} />
            <span className={styles['dates']}>
              Rises with each day and forgets slowly: 13 days in a row from nothing is 50 %.
            </span>
          </dd>
        </div>
      </dl>
    </Card>
  )
}

function TodayState({ streak }: { readonly streak: Streak }) {
  const { current, todayLogged, pausedToday } = streak
  if (todayLogged) return <State icon={<CircleCheck aria-hidden="true" />}>Today has an entry: it counts.</State>
  if (pausedToday)
    return <State icon={<CirclePause aria-hidden="true" />}>Today is paused: the streak holds without an entry.</State>
  return (
    <State icon={<CircleDashed aria-hidden="true" />}>
      {current > 0 ? `Today is still open: one entry makes it ${current + 1}.` : 'Today is still open.'}
    </State>
  )
}

function State({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className={styles['today']}>
      {icon}
      {children}
    </p>
  )
}
