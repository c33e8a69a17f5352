import { useState } from 'react'
import { Link } from 'wouter'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'
import { PairForm } from './PairForm.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './sync.module.css'

const WAYS = [
  { id: 'new', label: 'Create' },
  { id: 'sign-in', label: 'Sign in' },
  { id: 'pair', label: 'Code' },
  { id: 'recover', label: 'Recover' },
] as const

export type Way = (typeof WAYS)[number]['id']

export interface TurnOnProps {
  readonly account: DeviceAccount
  readonly first: Way
  /** What a pairing link in the address says. */
  readonly pairing?: { readonly email: string; readonly code: string } | undefined
  /** With the recovery code, to be shown once. */
  readonly onCreated: (email: string, recoveryCode: string) => void
  readonly onOpened: () => void
}

/** Turns synchronisation on: what it does, and the ways in. */
export function TurnOn({ account, first, pairing, onCreated, onOpened }: TurnOnProps) {
  const [way, setWay] = useState<Way>(first)
  // Browsers keep their cryptography from pages that came over an open wire.
  if (!isSecureContext)
    return (
      <Banner tone="warning">
        Sync needs a connection that nobody can listen to. Open OwnIt at an address that begins with https://, or at
        localhost.
      </Banner>
    )
  return (
    <div className={styles['columns']}>
      <Card title="Turn it on">
        <Tabs label="How to begin" tabs={WAYS} selected={way} onSelect={setWay}>
          {way === 'new' && <NewAccountForm account={account} onCreated={onCreated} />}
          {way === 'sign-in' && <SignInForm account={account} onSignedIn={onOpened} onStartedAgain={onCreated} />}
          {way === 'pair' && <PairForm account={account} pairing={pairing} onPaired={onOpened} />}
          {way === 'recover' && <RecoverForm account={account} onRecovered={onOpened} />}
        </Tabs>
      </Card>
      <Card title="What it does">
        <ul className={`${styles['points']} ${styles['soft']}`}>
          <li>Your devices show the same, a second after you log. With no network each goes on by itself.</li>
          <li>
            <strong>The server reads nothing.</strong> Every entry is sealed on this device before it is sent, with a
            key that the server never has. It sees how many entries there are, their sizes, and when they change.
          </li>
          <li>
            What is here and what is in the account is merged: for each value the newer one stays, and nothing is wiped.
          </li>
          <li>It is a backup too. Lose this device, and the passphrase brings everything to the next one.</li>
          <li>Sample data stays on this device.</li>
        </ul>
        <p className={styles['soft']}>
          Without an account, a backup file does it too: save one over there in Settings, and{' '}
          <Link href="/settings#restore">restore it here</Link>.
        </p>
      </Card>
    </div>
  )
}
