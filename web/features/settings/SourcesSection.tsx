import { ArrowDown, ArrowUp } from 'lucide-react'
import type { SourceId } from '../../../shared/metric/metric.ts'
import { useDatabase, useLive, useToday } from '../../store/react.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { moved, orderedSources, sourcesInUse, sourceText } from './source-order.ts'
import { useSettings } from './use-settings.ts'

/** Which source wins where several have a value. Shown once there are two. */
export function SourcesSection() {
  const db = useDatabase()
  const today = useToday()
  const { settings, change, problem } = useSettings()
  const { value: used = [] } = useLive(() => sourcesInUse(db, today), [db, today])
  if (used.length < 2) return null
  const order = orderedSources(used, settings.preferredSources)
  const move = (source: SourceId, by: -1 | 1) =>
    change({ preferredSources: moved(order, source, by) }, 'Order of sources changed')
  return (
    <SettingsSection id="sources" title="Sources" problem={problem}>
      <p className={styles['soft']}>
        Where several sources know a value, what you typed wins. What adds up over a day (steps, sleep, calories,
        protein) else takes the largest, because two devices counted the same thing. All the rest takes the first of
        this list.
      </p>
      <ol>
        {order.map((source, index) => (
          <li key={source} className={styles['row']}>
            <span>
              {index + 1}. {sourceText(source)}
            </span>
            <IconButton
              label={`Move ${sourceText(source)} up`}
              look="bare"
              aria-disabled={index === 0}
              onClick={() => move(source, -1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              label={`Move ${sourceText(source)} down`}
              look="bare"
              aria-disabled={index === order.length - 1}
              onClick={() => move(source, 1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
    </SettingsSection>
  )
}
