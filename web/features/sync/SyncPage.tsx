import { useEffect, useState } from 'react'
import { useDatabase, useLive, useToday } from '../../store/react.tsx'
import { syncStatus } from '../../store/sync-status.ts'
import { accountEmail, isRecoveryUnchecked, recoveryChecked } from '../../sync/runtime/device-account.ts'
import { syncAfterSignIn } from '../../sync/runtime/page-sync.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { pairingOfAddress } from './pairing-address.ts'
import { RecoveryKit } from './RecoveryKit.tsx'
import { SignedOut } from './SignedOut.tsx'
import { SyncOn } from './SyncOn.tsx'
import styles from './sync.module.css'
import { TurnOn } from './TurnOn.tsx'
import { useDeviceAccount } from './use-device-account.ts'

interface ShownKit {
  readonly email: string
  readonly code: string
}

/** Synchronisation: turning it on, how it is going, and the ways in and out. */
export default function SyncPage() {
  const db = useDatabase()
  const today = useToday()
  const account = useDeviceAccount()
  const [kit, setKit] = useState<ShownKit>()
  const [pairing] = useState(() => pairingOfAddress(location.hash))
  const { value } = useLive(
    async () => ({
      status: await syncStatus(db),
      email: await accountEmail(db),
      isUnchecked: await isRecoveryUnchecked(db),
    }),
    [db],
  )
  useEffect(() => {
    // A secret is in it, which is no business of the history.
    if (pairing !== undefined) history.replaceState(history.state, '', location.pathname)
  }, [pairing])

  const showKit = (email: string, code: string) => {
    syncAfterSignIn()
    setKit({ email, code })
  }
  return (
    <div className={styles['page']}>
      <PageHeader title="Sync" />
      {value === undefined ? (
        <Skeleton height="60vh" />
      ) : kit !== undefined ? (
        <RecoveryKit
          {...kit}
          madeOn={today}
          random={Math.random}
          onChecked={() => void recoveryChecked(db).then(() => setKit(undefined))}
          onLater={() => setKit(undefined)}
        />
      ) : value.status.account === undefined ? (
        <TurnOn
          account={account}
          first={pairing === undefined ? 'new' : 'pair'}
          pairing={pairing}
          onCreated={showKit}
          onOpened={syncAfterSignIn}
        />
      ) : value.status.problem?.kind === 'signed-out' ? (
        <SignedOut {...value} account={account} onSignedIn={syncAfterSignIn} onStartedAgain={showKit} />
      ) : (
        <SyncOn {...value} account={account} onCode={(code) => showKit(value.email, code)} />
      )}
    </div>
  )
}
