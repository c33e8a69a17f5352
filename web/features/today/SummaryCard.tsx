import { Flame, Pause } from 'lucide-react'
import { Link } from 'wouter'
import type { Metric } from '../../../shared/metric/metric.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import type { DayStreak } from './day-streak.ts'
import { LoggedRing } from './LoggedRing.tsx'
import styles from './SummaryCard.module.css'
import { streakText, summaryText } from './summary-text.ts'

interface SummaryCardProps {
  readonly metrics: readonly Metric[]
  readonly isLogged: (metric: Metric) => boolean
  readonly isToday: boolean
  readonly streak: DayStreak
  readonly onYesterday: () => void
}

/** The day in a glance: what is logged, what is open, the streak, and what would mend it. */
export function SummaryCard({ metrics, isLogged, isToday, streak, onYesterday }: SummaryCardProps) {
  const text = summaryText(
    metrics.filter(isLogged),
    metrics.filter((metric) => !isLogged(metric)),
    isToday,
  )
  const Icon = streak.pausedToday ? Pause : Flame
  return (
    <Card>
      <div className={styles['glance']}>
        <LoggedRing metrics={metrics} isLogged={isLogged} />
        <div className={styles['words']}>
          <h2 className={styles['head']}>{text.head}</h2>
          <p className={styles['rest']}>{text.rest}</p>
          <Link href="/streaks" className={styles['streak']}>
            <Icon aria-hidden="true" size={16} className={styles['flame']} />
            <span>
              {streak.pausedToday && 'Paused, so it holds · '}
              {streakText(streak.current, streak.longest)}
            </span>
          </Link>
        </div>
      </div>
      {isToday && streak.mendedByYesterday !== undefined && (
        <div className={styles['due']}>
          <p>
            Yesterday has nothing yet. With it, your streak is <b>{streak.mendedByYesterday} days</b>.
          </p>
          <Button onClick={onYesterday}>Add yesterday</Button>
        </div>
      )}
    </Card>
  )
}
