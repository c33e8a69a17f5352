import type { SyncStatus } from '../../store/sync-status.ts'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { AddDeviceSection } from './AddDeviceSection.tsx'
import { DevicesSection } from './DevicesSection.tsx'
import { LeaveSection } from './LeaveSection.tsx'
import { PassphraseSection } from './PassphraseSection.tsx'
import { RecoverySection } from './RecoverySection.tsx'
import { StatusSection } from './StatusSection.tsx'
import styles from './sync.module.css'

export interface SyncOnProps {
  readonly account: DeviceAccount
  readonly status: SyncStatus
  readonly email: string
  readonly isUnchecked: boolean
  readonly onCode: (code: string) => void
}

/** How it is going, and everything about the account. */
export function SyncOn({ account, status, email, isUnchecked, onCode }: SyncOnProps) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <StatusSection status={status} email={email} />
        <DevicesSection account={account} clockOffset={status.clockOffset} />
        <AddDeviceSection account={account} />
      </div>
      <div className={styles['column']}>
        <RecoverySection account={account} isChecked={!isUnchecked} onCode={onCode} />
        <PassphraseSection account={account} email={email} />
        <LeaveSection account={account} status={status} />
      </div>
    </div>
  )
}
