import { useEffect } from 'react'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { BackupSection } from './BackupSection.tsx'
import { ChangesSection } from './ChangesSection.tsx'
import { DaySection } from './DaySection.tsx'
import { EraseSection } from './EraseSection.tsx'
import { ExportSection } from './ExportSection.tsx'
import { MetricsSection } from './MetricsSection.tsx'
import { PrivacySection } from './PrivacySection.tsx'
import { RecoverySection } from './RecoverySection.tsx'
import { RemindersSection } from './RemindersSection.tsx'
import { RestoreSection } from './RestoreSection.tsx'
import { SampleSection } from './SampleSection.tsx'
import { SourcesSection } from './SourcesSection.tsx'
import { StorageSection } from './StorageSection.tsx'
import { SyncSection } from './SyncSection.tsx'
import styles from './settings.module.css'
import { UnitsSection } from './UnitsSection.tsx'

const PLACES = [
  { id: 'units', title: 'Display' },
  { id: 'day', title: 'Your day' },
  { id: 'metrics', title: 'Metrics' },
  { id: 'reminders', title: 'Reminders' },
  { id: 'sync', title: 'Sync' },
  { id: 'backup', title: 'Backup' },
  { id: 'restore', title: 'Restore' },
  { id: 'export', title: 'Export' },
  { id: 'changes', title: 'Changes' },
  { id: 'storage', title: 'Storage' },
  { id: 'privacy', title: 'Privacy' },
]

/** How OwnIt shows and counts, and what becomes of the data. `#restore` and the like lead to a section. */
export default function SettingsPage() {
  useSectionOfAddress()
  return (
    <div className={styles['page']}>
      <PageHeader title="Settings" />
      <nav aria-label="Sections" className={styles['places']}>
        {PLACES.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <UnitsSection />
          <DaySection />
          <MetricsSection />
          <SourcesSection />
          <RemindersSection />
          <PrivacySection />
        </div>
        <div className={styles['column']}>
          <SampleSection />
          <SyncSection />
          <BackupSection />
          <RestoreSection />
          <ExportSection />
          <RecoverySection />
          <ChangesSection />
          <StorageSection />
          <EraseSection />
        </div>
      </div>
    </div>
  )
}

/** The screen is drawn after the browser has looked for the section in the address, so it is looked for again. */
function useSectionOfAddress(): void {
  useEffect(() => {
    const section = document.getElementById(location.hash.slice(1))
    if (section === null || location.hash === '') return
    // After the shell has brought the new screen to its top.
    const frame = requestAnimationFrame(() => {
      section.scrollIntoView()
      section.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
}
