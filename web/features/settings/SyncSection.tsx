import { RefreshCw } from 'lucide-react'
import { Link } from 'wouter'
import { useLive } from '../../store/react.tsx'
import { syncStatus } from '../../store/sync-status.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'

/** The way to synchronisation, which has a screen of its own. */
export function SyncSection() {
  const { value: status } = useLive(syncStatus, [])
  return (
    <SettingsSection id="sync" title="Sync">
      <p className={styles['soft']}>
        {status?.account === undefined
          ? 'The same on all your devices, and a copy if you lose this one. What you log is sealed before it leaves.'
          : status.unsent === 0
            ? 'On. Everything on this device is backed up.'
            : `On. ${status.unsent} ${status.unsent === 1 ? 'change waits' : 'changes wait'} to be backed up.`}
      </p>
      <div className={styles['actions']}>
        <Link href="/sync" className={buttonClass()}>
          <RefreshCw aria-hidden="true" />
          {status?.account === undefined ? 'Turn on sync' : 'Open Sync'}
        </Link>
      </div>
    </SettingsSection>
  )
}
