import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { dayText } from '../../ui/date-text.ts'
import { inWords } from './Counts.tsx'
import styles from './PreviewList.module.css'

export interface ChangedListProps {
  readonly changed: readonly {
    readonly date: CivilDate
    readonly metric: MetricId
    readonly before: number
    readonly after: number
  }[]
  /** All of them; the list may hold only the first. */
  readonly count: number
  readonly metrics: readonly Metric[]
  readonly units: UnitPreference
}

/** Values that this source gave otherwise before: the old one and the new one. */
export function ChangedList({ changed, count, metrics, units }: ChangedListProps) {
  return (
    <details className={styles['details']}>
      <summary>What would change ({inWords(count)})</summary>
      <ul className={styles['list']}>
        {changed.map(({ date, metric, before, after }) => {
          const known = metrics.find(({ id }) => id === metric)
          const text = (value: number) => (known === undefined ? String(value) : showValue(known, value, units).text)
          return (
            <li key={`${date} ${metric}`}>
              <span className={styles['place']}>
                {dayText(date)}, {known?.name ?? metric}
              </span>
              <span>
                {text(before)} becomes {text(after)}
              </span>
            </li>
          )
        })}
      </ul>
      {count > changed.length && <p className={styles['more']}>The first {inWords(changed.length)} are shown.</p>}
    </details>
  )
}
