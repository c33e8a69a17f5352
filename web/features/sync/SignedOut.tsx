import type { SyncStatus } from '../../store/sync-status.ts'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { LeaveSection } from './LeaveSection.tsx'
import { SignInForm } from './SignInForm.tsx'
import { StatusSection } from './StatusSection.tsx'
import { troubleText } from './status-text.ts'
import styles from './sync.module.css'

export interface SignedOutProps {
  readonly account: DeviceAccount
  readonly status: SyncStatus
  readonly email: string
  readonly onSignedIn: () => void
  readonly onStartedAgain: (email: string, recoveryCode: string) => void
}

/** [D5] The session is over: nothing is lost, and the way back in. */
export function SignedOut({ account, status, email, onSignedIn, onStartedAgain }: SignedOutProps) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <Banner tone="warning">{troubleText('signed-out')}</Banner>
        <Card title="Sign in again">
          <SignInForm account={account} knownEmail={email} onSignedIn={onSignedIn} onStartedAgain={onStartedAgain} />
        </Card>
      </div>
      <div className={styles['column']}>
        <StatusSection status={status} email={email} />
        <LeaveSection account={account} status={status} />
      </div>
    </div>
  )
}
