import type { Metric } from '../../../shared/metric/metric.ts'
import type { MetricSummary } from '../../importer/index.ts'
import { dayText } from '../../ui/date-text.ts'
import { metricHue } from '../../ui/hue.ts'
import { inWords } from './Counts.tsx'
import styles from './MetricFacts.module.css'

export interface MetricFactsProps {
  readonly facts: Readonly<Record<string, MetricSummary>>
  readonly metrics: readonly Metric[]
}

/** For each metric of the file: on how many days, from when until when. */
export function MetricFacts({ facts, metrics }: MetricFactsProps) {
  return (
    <ul className={styles['facts']}>
      {metrics.map(({ id, name }) => {
        const fact = facts[id]
        return fact === undefined ? null : (
          <li key={id} className={styles['fact']}>
            <span aria-hidden="true" className={styles['dot']} style={{ background: `var(${metricHue(id)})` }} />
            <strong>{name}</strong>
            <span className={styles['days']}>{fact.days === 1 ? '1 day' : `${inWords(fact.days)} days`}</span>
            <span className={styles['span']}>
              {dayText(fact.first)} to {dayText(fact.last)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
