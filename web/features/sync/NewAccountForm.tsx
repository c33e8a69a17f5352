import { type SyntheticEvent, useState } from 'react'
import { type DeviceAccount, passphraseProblem } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EmailField, problemOfEmail } from './EmailField.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface NewAccountFormProps {
  readonly account: DeviceAccount
  /** With the recovery code, to be shown once. */
  readonly onCreated: (email: string, recoveryCode: string) => void
}

/** Makes an account: the first device of a person. */
export function NewAccountForm({ account, onCreated }: NewAccountFormProps) {
  const [email, setEmail] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [invitation, setInvitation] = useState('')
  const [needsInvitation, setNeedsInvitation] = useState(false)
  const [wrong, setWrong] = useState<{ readonly email?: string | undefined; readonly passphrase?: string | undefined }>(
    {},
  )
  const { asking, ask, problem } = useAsking()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = { email: problemOfEmail(email), passphrase: passphraseProblem(passphrase, email) }
    setWrong(found)
    if (found.email !== undefined || found.passphrase !== undefined) return
    const created = await ask('create', async () => {
      const answer = await account.create({ email, passphrase, invitation: invitation.trim() })
      if (!answer.ok && answer.failure.kind === 'code-needed') setNeedsInvitation(true)
      return answer
    })
    if (created !== undefined) onCreated(email.trim().toLowerCase(), created.value)
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <EmailField
        value={email}
        error={wrong.email}
        hint="The name of your account. No mail is ever sent to it."
        onValue={(text) => {
          setEmail(text)
          setWrong({ ...wrong, email: undefined })
        }}
      />
      <PassphraseField
        isNew
        value={passphrase}
        error={wrong.passphrase}
        hint="At least 12 characters. Four or five random words are easy to type and hard to guess."
        onValue={(text) => {
          setPassphrase(text)
          setWrong({ ...wrong, passphrase: undefined })
        }}
      />
      {needsInvitation && (
        <TextField
          label="Invitation"
          hint="This server takes new accounts by invitation. Whoever runs it can give you one."
          autoComplete="off"
          autoCapitalize="none"
          value={invitation}
          onValue={setInvitation}
        />
      )}
      <p className={styles['soft']}>
        <strong>Nobody can reset this passphrase</strong>, because the server never learns it. Next you get a recovery
        code on paper. Whoever loses the passphrase, the code and every signed-in device has lost what is on the server.
      </p>
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={asking !== undefined}>
          {asking === undefined ? 'Create the account' : 'Making your keys'}
        </Button>
      </div>
    </form>
  )
}
