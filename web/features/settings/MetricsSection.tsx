import { Archive, Ellipsis, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Metric } from '../../../shared/metric/metric.ts'
import { archiveMetricEdit } from '../../store/metric-edits.ts'
import { readMetrics } from '../../store/metrics.ts'
import { useDatabase, useLive, useMetrics } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { MetricSheet } from './MetricSheet.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { useSaving } from './use-saving.ts'
import { useSettings } from './use-settings.ts'

/** Which metrics are shown, and a person's own. */
export function MetricsSection() {
  const db = useDatabase()
  const metrics = useMetrics()
  const { settings, change, problem: settingsProblem } = useSettings()
  const { hiddenMetrics } = settings
  const { save, problem } = useSaving()
  const [open, setOpen] = useState<Metric | 'new'>()
  const { value: archived = [] } = useLive(async () => {
    const [all, shown] = await Promise.all([readMetrics(db, { archived: true }), readMetrics(db)])
    return all.filter(({ id }) => !shown.some((metric) => metric.id === id))
  }, [db])

  const show = ({ id, name }: Metric, isShown: boolean) => {
    const others = hiddenMetrics.filter((hidden) => hidden !== id)
    change({ hiddenMetrics: isShown ? others : [...others, id] }, `${name} is ${isShown ? 'shown' : 'hidden'}`)
  }
  const archive = ({ id, name }: Metric, isArchived: boolean) =>
    save({
      kind: 'edit',
      label: isArchived ? `${name} put away` : `${name} is back`,
      edits: [archiveMetricEdit(id, isArchived)],
    })

  return (
    <SettingsSection
      id="metrics"
      title="Metrics"
      problem={problem ?? settingsProblem}
      aside={
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>
          Add your own
        </Button>
      }
    >
      <p className={styles['soft']}>Switched off, a metric is left out of Today and History. Its values stay.</p>
      <ul>
        {metrics.map((metric) => (
          <li key={metric.id} className={styles['row']}>
            <Switch
              label={metric.unit === '' ? metric.name : `${metric.name} (${metric.unit})`}
              checked={!hiddenMetrics.includes(metric.id)}
              onChecked={(isShown) => show(metric, isShown)}
            />
            {!metric.builtIn && (
              <Menu
                label={`More for ${metric.name}`}
                look="bare"
                items={[
                  { label: 'Edit', icon: <Pencil aria-hidden="true" />, run: () => setOpen(metric) },
                  { label: 'Put away', icon: <Archive aria-hidden="true" />, run: () => void archive(metric, true) },
                ]}
              >
                <Ellipsis aria-hidden="true" />
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <details className={styles['fold']}>
          <summary>Put away ({archived.length})</summary>
          <ul>
            {archived.map((metric) => (
              <li key={metric.id} className={styles['row']}>
                <span>{metric.name}</span>
                <Button onClick={() => void archive(metric, false)}>Take out again</Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open !== undefined && (
        <MetricSheet metric={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </SettingsSection>
  )
}
