import { CloudCheck, CloudUpload, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useLive } from '../../store/react.tsx'
import { syncStatus } from '../../store/sync-status.ts'
import { setPageSync } from '../../sync/runtime/page-sync.ts'
import { registerPeriodicRun } from '../../sync/runtime/register-background.ts'
import { browserPage, startSync } from '../../sync/runtime/start-sync.ts'
import { Banner } from '../../ui/Banner.tsx'
import { startSyncWorker } from '../../workers/sync-client.ts'
import styles from './SyncShell.module.css'
import { noticeText, statusWords } from './status-text.ts'
import { useNow } from './use-now.ts'

const ICONS = { good: CloudCheck, plain: CloudUpload, warning: TriangleAlert, danger: TriangleAlert }

/** Synchronises while this page is open, where it is turned on, and says how it is going: in the side bar, and here where it must be heard. */
export default function SyncShell() {
  const [location, navigate] = useLocation()
  const [isBroken, setBroken] = useState(false)
  const now = useNow()
  const { value: status } = useLive(syncStatus, [])
  const account = status?.account

  useEffect(() => {
    if (account === undefined) return
    const sync = startSync(startSyncWorker(), browserPage(), (message) => {
      console.error('Synchronising failed:', message)
      setBroken(true)
    })
    setPageSync(sync)
    // Refused where the app is not installed, which is no trouble: an open page synchronises by itself.
    registerPeriodicRun().catch((error: unknown) => console.info('No periodic runs:', error))
    return () => {
      setPageSync(undefined)
      sync.stop()
    }
  }, [account])

  if (status === undefined || account === undefined) return null
  const { tone, title } = statusWords(status, now)
  const notice = isBroken ? 'Synchronising does not work right now. Reload the page.' : noticeText(status, now)
  const Icon = ICONS[tone]
  return (
    <>
      {notice !== undefined && location !== '/sync' && (
        <Banner tone="warning" action={{ label: 'See Sync', run: () => navigate('/sync') }}>
          {notice}
        </Banner>
      )}
      <Link href="/sync" className={`${styles['badge']} ${styles[tone]}`} aria-label={`${title}. Sync`}>
        <Icon aria-hidden="true" size={18} />
        {title}
      </Link>
    </>
  )
}
