import { Flame, Trophy } from 'lucide-react'
import { Link } from 'wouter'
import { streakOf } from '../../insight/streak.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { readPauses } from '../../store/pauses.ts'
import { useDatabase, useLive, useToday } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { GoalStreaks } from './GoalStreaks.tsx'
import { MilestoneList } from './MilestoneList.tsx'
import { PauseList } from './PauseList.tsx'
import { StreakCalendar } from './StreakCalendar.tsx'
import { StreakSummary } from './StreakSummary.tsx'
import styles from './StreaksPage.module.css'
import { useGoalStreaks } from './use-goal-streaks.ts'

/** How steadily a person records: the streak, its days, those of goals, milestones, and the pauses that hold them. */
export default function StreaksPage() {
  const db = useDatabase()
  const today = useToday()
  const { value, error } = useLive(
    async () => ({ logged: await readLoggedDays(db), pauses: await readPauses(db) }),
    [db],
  )
  const { value: goals, error: goalsError } = useGoalStreaks()
  if (value === undefined || goals === undefined) {
    const problem = error ?? goalsError
    if (problem !== undefined) throw problem
    return (
      <div className={styles['page']}>
        <PageHeader title="Streaks" />
        <Skeleton height="70vh" />
      </div>
    )
  }
  const { logged, pauses } = value
  const streak = streakOf(logged, pauses, today)
  const isEmpty = !logged.some((date) => date <= today)
  return (
    <div className={styles['page']}>
      <PageHeader
        title="Streaks"
        actions={
          <Link href="/community" className={buttonClass()}>
            <Trophy aria-hidden="true" />
            Community
          </Link>
        }
      />
      {logged.some((date) => date > today) && (
        <Banner>Some entries are dated after today. They count when their day has come.</Banner>
      )}
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={<Flame />}
            title="No streak yet."
            action={
              <Link href="/?log=first" className={buttonClass('primary')}>
                Log today
              </Link>
            }
          >
            One value or mood a day makes the day count, and two days in a row begin a streak.
          </EmptyState>
        </Card>
      ) : (
        <div className={styles['columns']}>
          <div className={styles['column']}>
            <StreakSummary streak={streak} />
            <StreakCalendar today={today} logged={logged} pauses={pauses} />
          </div>
          <div className={styles['column']}>
            <GoalStreaks goals={goals} />
            <MilestoneList streak={streak} logged={logged} pauses={pauses} today={today} />
            <PauseList pauses={pauses} today={today} />
          </div>
        </div>
      )}
      {isEmpty && <PauseList pauses={pauses} today={today} />}
    </div>
  )
}
