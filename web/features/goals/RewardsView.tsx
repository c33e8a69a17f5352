import { Award, Share2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Badge, badgeId, POINTS, rewardsOf } from '../../insight/reward/rewards.ts'
import { useProfile } from '../../store/react.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { type Hue, hueStyle, metricHue } from '../../ui/hue.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { badgeText, lineText, pointsText } from './badge-text.ts'
import styles from './Rewards.module.css'
import { ShareSheet } from './ShareSheet.tsx'
import type { GoalBook } from './use-goal-book.ts'

/** What has been earned, and from what. */
export function RewardsView({ book }: { readonly book: GoalBook }) {
  const { goals, challenges, records, metricOf, historyOf } = book
  const { units } = useProfile()
  const [shared, setShared] = useState<Badge>()
  const rewards = useMemo(
    () => rewardsOf({ logged: records.logged, goals, challenges }, records, historyOf),
    [records, goals, challenges, historyOf],
  )
  if (rewards.points === 0) {
    return (
      <Card>
        <EmptyState icon={<Award />} title="Nothing earned yet.">
          A day with an entry is a point, a day on which a goal is met {POINTS.goalDay}, a completed challenge{' '}
          {POINTS.challengeDay} for each of its days. The first badge of the streak comes after 7 days in a row.
        </EmptyState>
      </Card>
    )
  }
  return (
    <div className={styles['columns']}>
      <Card title="Points" aside="counted from your records">
        <p className={styles['total']}>
          <Figure value={String(rewards.points)} unit={rewards.points === 1 ? 'point' : 'points'} size="large" />
        </p>
        <ul>
          {rewards.lines.map((line) => (
            <li key={line.kind} className={styles['line']}>
              <span>{lineText(line)}</span>
              <span className={styles['points']}>{pointsText(line.points)}</span>
            </li>
          ))}
        </ul>
        <p className={styles['soft']}>
          A day of one metric counts once, however many goals it meets, and the same days pay for a challenge once. A
          corrected record corrects the points.
        </p>
      </Card>
      <Card title="Badges" aside={rewards.badges.length === 0 ? undefined : String(rewards.badges.length)}>
        {rewards.badges.length === 0 ? (
          <p className={styles['soft']}>The first comes after 7 days in a row, or with a completed challenge.</p>
        ) : (
          <ul className={styles['badges']}>
            {rewards.badges.toReversed().map((badge) => {
              const { title, detail } = badgeText(badge, metricOf, units)
              return (
                <li key={badgeId(badge)} className={styles['badge']} style={hueStyle(badgeHue(badge))}>
                  <span className={styles['medal']} aria-hidden="true">
                    <Award size={24} strokeWidth={1.8} />
                  </span>
                  <div className={styles['words']}>
                    <p className={styles['name']}>
                      {title}
                      {badge.times > 1 && <span className={styles['times']}> × {badge.times}</span>}
                    </p>
                    <p className={styles['soft']}>{detail}</p>
                    <p className={styles['soft']}>{dayText(badge.on)}</p>
                  </div>
                  <IconButton label={`Make a picture of: ${title}`} look="bare" onClick={() => setShared(badge)}>
                    <Share2 aria-hidden="true" />
                  </IconButton>
                </li>
              )
            })}
          </ul>
        )}
      </Card>
      {shared !== undefined && (
        <ShareSheet
          text={badgeText(shared, metricOf, units)}
          on={shared.on}
          points={rewards.points}
          hue={badgeHue(shared)}
          onClose={() => setShared(undefined)}
        />
      )}
    </div>
  )
}

function badgeHue(badge: Badge): Hue {
  switch (badge.kind) {
    case 'goal-days':
    case 'goal-reached':
      return metricHue(badge.metric)
    case 'challenge':
      return badge.plan.task.of === 'logged' ? '--accent' : metricHue(badge.plan.task.metric)
    case 'streak':
      return '--accent'
  }
}
