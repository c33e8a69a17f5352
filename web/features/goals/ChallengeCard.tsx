import { Check, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { dayOf } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Challenge } from '../../insight/challenge/challenge.ts'
import type { ChallengeDay, ChallengeStanding } from '../../insight/challenge/standing.ts'
import { useProfile } from '../../store/react.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { hueStyle, metricHue } from '../../ui/hue.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Challenges.module.css'
import { dayStateText, missingDayOf, planText, standingText } from './challenge-text.ts'

export interface ChallengeCardProps {
  readonly challenge: Challenge
  readonly standing: ChallengeStanding
  readonly metricOf: (id: string) => Metric | undefined
  /** What can be done with it. */
  readonly children: ReactNode
}

/** A challenge, day by day. A day is told by its mark and its words, and by colour only besides. */
export function ChallengeCard({ challenge, standing, metricOf, children }: ChallengeCardProps) {
  const { units } = useProfile()
  const { plan } = challenge
  const metric = plan.task.of === 'logged' ? undefined : metricOf(plan.task.metric)
  const missing = missingDayOf(standing, plan)
  return (
    <Card title={plan.name} aside={standingText(standing, plan)}>
      <p className={styles['asks']}>{planText(plan, metricOf, units)}</p>
      <ol className={styles['days']} style={metric && hueStyle(metricHue(metric.id))} data-state={standing.state}>
        {standing.days.map((day) => (
          <Day key={day.date} day={day} text={dayStateText(day, metric, units)} />
        ))}
      </ol>
      {missing !== undefined && (
        <p className={styles['soft']}>
          {dayText(missing)} has no entry. <Link href={`/?day=${missing}`}>Add it</Link>, and the challenge goes on.
        </p>
      )}
      <div className={styles['actions']}>{children}</div>
    </Card>
  )
}

function Day({ day, text }: { readonly day: ChallengeDay; readonly text: string }) {
  return (
    <li className={styles['day']} title={text}>
      <span className={styles['mark']} data-state={day.state} aria-hidden="true">
        {MARKS[day.state]}
      </span>
      <span className={styles['number']} aria-hidden="true">
        {dayOf(day.date)}
      </span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </li>
  )
}

const MARKS: Readonly<Record<ChallengeDay['state'], ReactNode>> = {
  met: <Check size={14} strokeWidth={3} />,
  missed: <X size={14} strokeWidth={3} />,
  paused: <Minus size={14} strokeWidth={3} />,
  open: null,
  ahead: null,
}
