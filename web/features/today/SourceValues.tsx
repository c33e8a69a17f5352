import type { DayValue } from '../../../shared/metric/day-value.ts'
import { isAdditive, type Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import styles from './SourceValues.module.css'

interface SourceValuesProps {
  readonly metric: Metric
  readonly value: DayValue
  readonly units: UnitPreference
}

/** What imports say of the day, which value counts, and why. Nothing where the person's own is the only one. */
export function SourceValues({ metric, value, units }: SourceValuesProps) {
  const { origin, candidates } = value
  const imported = candidates.filter((candidate) => candidate.origin !== 'typed' && candidate.origin !== 'journal')
  if (imported.length === 0) return null
  return (
    <section className={styles['sources']} aria-label="Values from elsewhere">
      <p>{reasonOf(metric, origin, imported.length)}</p>
      <ul>
        {imported.map((candidate) => (
          <li key={candidate.origin} className={candidate.origin === origin ? styles['wins'] : undefined}>
            <span>
              {candidate.origin}
              {candidate.origin === origin && <small> · counts</small>}
            </span>
            <span>{showValue(metric, candidate.value, units).text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonOf(metric: Metric, origin: string, imported: number): string {
  if (origin === 'typed')
    return imported === 1 ? 'Your typed value wins over:' : 'Your typed value wins over all of these:'
  if (imported === 1) return 'Imported. Type a value and yours wins.'
  const rule = isAdditive(metric) ? 'The largest counts' : 'Your preferred source counts'
  return `${rule}. Type a value and yours wins.`
}
