import type { Metric } from '../../../shared/metric/metric.ts'
import { hueStyle, metricHue } from '../../ui/hue.ts'
import styles from './LoggedRing.module.css'

const BOX = 92
const STROKE = 9
const GAP = 6.5

interface LoggedRingProps {
  /** In the order of the tiles. */
  readonly metrics: readonly Metric[]
  readonly isLogged: (metric: Metric) => boolean
}

/** One arc a metric, filled in its colour once the day has a value; the count stands in the middle. */
export function LoggedRing({ metrics, isLogged }: LoggedRingProps) {
  const count = metrics.filter(isLogged).length
  const part = 100 / Math.max(1, metrics.length)
  // One metric needs no gap: its arc is the whole ring.
  const gap = metrics.length > 1 ? Math.min(GAP, part / 2.5) : 0
  return (
    <div className={styles['ring']}>
      <svg viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true">
        {metrics.map((metric, index) => (
          <circle
            key={metric.id}
            className={isLogged(metric) ? styles['done'] : styles['open']}
            style={hueStyle(metricHue(metric.id))}
            cx={BOX / 2}
            cy={BOX / 2}
            r={(BOX - STROKE) / 2}
            strokeWidth={STROKE}
            pathLength={100}
            strokeDasharray={`${part - gap} ${100 - part + gap}`}
            strokeDashoffset={-(index * part + gap / 2)}
          />
        ))}
      </svg>
      <p className={styles['count']} aria-hidden="true">
        <b>{count}</b>/{metrics.length}
      </p>
    </div>
  )
}
