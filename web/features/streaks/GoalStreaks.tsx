import { Link } from 'wouter'
import { goalText } from '../../insight/wording/goal-words.ts'
import { useProfile } from '../../store/react.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { hueStyle, metricHue } from '../../ui/hue.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './GoalStreaks.module.css'
import type { StreakOfGoal } from './use-goal-streaks.ts'

/** How many days, or weeks, in a row each goal has been met. Each leads to its goal. */
export function GoalStreaks({ goals }: { readonly goals: readonly StreakOfGoal[] }) {
  if (goals.length === 0)
    return (
      <Card
        title="Goals"
        aside={
          <Link href="/goals" className={buttonClass()}>
            Set a goal
          </Link>
        }
      >
        <p className={styles['soft']}>
          No goal of every day or every week yet. Each has a streak of its own: the days, or weeks, in a row that met
          it.
        </p>
      </Card>
    )
  return (
    <Card title="Goals" aside="met in a row">
      <ul>
        {goals.map((goal) => (
          <li key={goal.id} className={styles['goal']}>
            <Row goal={goal} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Row({ goal: { id, metric, version, streak, isPaused } }: { readonly goal: StreakOfGoal }) {
  const { units } = useProfile()
  const { unit, current, longest } = streak
  return (
    <Link href={`/goals?goal=${id}`} className={styles['link']} style={hueStyle(metricHue(metric.id))}>
      <span className={styles['dot']} aria-hidden="true" />
      <span className={styles['words']}>
        <b className={styles['name']}>{metric.name}</b>
        <span className={styles['soft']}>
          {goalText(metric, version, units)}
          {isPaused && ' · paused, so it holds'}
        </span>
      </span>
      <span className={styles['figures']}>
        <span>
          <span className={styles['current']}>{current}</span> {unit}
          {current === 1 ? '' : 's'}
          <VisuallyHidden> in a row,</VisuallyHidden>
        </span>
        <span className={styles['soft']}> longest {longest}</span>
      </span>
    </Link>
  )
}
