import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DaysFilter.module.css'
import type { DaysShown, HistoryView } from './view-state.ts'

interface Props {
  readonly metric: Metric
  readonly shown: DaysShown
  readonly from: CivilDate | undefined
  readonly to: CivilDate | undefined
  readonly onView: (change: Partial<HistoryView>) => void
}

/** Which days the table lists. */
export function DaysFilter({ metric, shown, from, to, onView }: Props) {
  const name = metric.name.toLowerCase()
  return (
    <div className={styles['filter']}>
      <Segmented
        label="Days to list"
        value={shown}
        options={[
          { value: 'all', label: 'All', spoken: 'All days' },
          { value: 'recorded', label: 'Recorded', spoken: `Days with ${name}` },
          { value: 'missing', label: 'Missing', spoken: `Days without ${name}` },
        ]}
        onValue={(next) => onView({ view: next })}
      />
      <div className={styles['dates']}>
        <TextField
          label="From"
          type="date"
          value={from ?? ''}
          onValue={(text) => onView({ from: parseCivilDate(text) })}
        />
        <TextField label="To" type="date" value={to ?? ''} onValue={(text) => onView({ to: parseCivilDate(text) })} />
      </div>
    </div>
  )
}
