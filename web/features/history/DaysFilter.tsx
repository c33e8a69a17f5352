import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './DaysFilter.module.css'
import type { HistoryView } from './view-state.ts'

interface Props {
  readonly metric: Metric
  readonly view: HistoryView
  readonly onView: (change: Partial<HistoryView>) => void
}

/** Which days the table lists. */
export function DaysFilter({ metric, view, onView }: Props) {
  const name = metric.name.toLowerCase()
  return (
    <div className={styles['filter']}>
      <Segmented
        label="Days to list"
        value={view.view}
        options={[
          { value: 'all', label: 'All', spoken: 'All days' },
          { value: 'recorded', label: 'Recorded', spoken: `Days with ${name}` },
          { value: 'missing', label: 'Missing', spoken: `Days without ${name}` },
        ]}
        onValue={(shown) => onView({ view: shown })}
      />
      <div className={styles['dates']}>
        <TextField
          label="From"
          type="date"
          value={view.from ?? ''}
          onValue={(text) => onView({ from: parseCivilDate(text) })}
        />
        <TextField
          label="To"
          type="date"
          value={view.to ?? ''}
          onValue={(text) => onView({ to: parseCivilDate(text) })}
        />
      </div>
    </div>
  )
}
