import { type SyntheticEvent, useState } from 'react'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmailField, problemOfEmail } from './EmailField.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface SignInFormProps {
  readonly account: DeviceAccount
  /** The address of the account this device has, where it only has to sign in again. */
  readonly knownEmail?: string | undefined
  readonly onSignedIn: () => void
  /** [V4] With the recovery code of the account that was emptied and started again, to be shown once. */
  readonly onStartedAgain: (email: string, recoveryCode: string) => void
}

/** Signs in to an account that is there, and opens its vault with the same passphrase. */
export function SignInForm({ account, knownEmail, onSignedIn, onStartedAgain }: SignInFormProps) {
  const [email, setEmail] = useState(knownEmail ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [isShut, setShut] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { asking, ask, problem, clearProblem } = useAsking()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = problemOfEmail(email)
    setWrong(found)
    if (found !== undefined) return
    const opened = await ask('sign-in', async () => {
      const answer = await account.signIn({ email, passphrase })
      setShut(!answer.ok && (answer.failure.kind === 'vault-shut' || answer.failure.kind === 'no-vault'))
      return answer
    })
    if (opened !== undefined) onSignedIn()
  }
  const startAgain = async () => {
    const started = await ask('start-again', () => account.startAgain({ email, passphrase }))
    setAsked(false)
    if (started !== undefined) onStartedAgain(email.trim().toLowerCase(), started.value)
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <EmailField
        value={email}
        error={wrong}
        onValue={(text) => {
          setEmail(text)
          setWrong(undefined)
          clearProblem()
        }}
      />
      <PassphraseField
        value={passphrase}
        onValue={(text) => {
          setPassphrase(text)
          clearProblem()
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={asking !== undefined}>
          {asking === undefined ? 'Sign in' : 'Opening your vault'}
        </Button>
        {isShut && <Button onClick={() => setAsked(true)}>Empty the account and start again</Button>}
      </div>
      <ConfirmDialog
        open={isAsked}
        title="Empty the account?"
        confirmLabel="Empty it and start again"
        busy={asking !== undefined}
        onConfirm={() => void startAgain()}
        onCancel={() => setAsked(false)}
      >
        <p>
          What the server holds is deleted for good. What is on this device stays and becomes the new content. Do this
          only if neither a recovery code nor another device opens the account.
        </p>
      </ConfirmDialog>
    </form>
  )
}
