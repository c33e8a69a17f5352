import { useState } from 'react'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Section } from './Section.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface RecoverySectionProps {
  readonly account: DeviceAccount
  /** Whether a part of the present code was typed back. */
  readonly isChecked: boolean
  readonly onCode: (code: string) => void
}

/** The recovery kit: whether one is kept, and a new one. */
export function RecoverySection({ account, isChecked, onCode }: RecoverySectionProps) {
  const [isAsked, setAsked] = useState(false)
  const { asking, ask, problem } = useAsking()
  const make = async () => {
    const code = await ask('make', account.newRecoveryCode)
    setAsked(false)
    if (code !== undefined) onCode(code.value)
  }
  return (
    <Section title="Recovery kit" problem={problem}>
      {isChecked ? (
        <p className={styles['soft']}>
          You have a recovery code on paper. If it is lost, make a new one here while this device is signed in; the old
          one is worthless then.
        </p>
      ) : (
        <Banner tone="warning">
          Your recovery code was never checked. If you forget the passphrase and lose your devices, what is on the
          server is lost. A new code takes a minute.
        </Banner>
      )}
      <div className={styles['actions']}>
        <Button
          tone={isChecked ? 'quiet' : 'primary'}
          busy={asking !== undefined}
          onClick={() => (isChecked ? setAsked(true) : void make())}
        >
          Make a new recovery code
        </Button>
      </div>
      <ConfirmDialog
        open={isAsked}
        title="Make a new recovery code?"
        confirmLabel="Make a new one"
        tone="primary"
        busy={asking !== undefined}
        onConfirm={() => void make()}
        onCancel={() => setAsked(false)}
      >
        <p>The code you have on paper opens nothing any more.</p>
      </ConfirmDialog>
    </Section>
  )
}
