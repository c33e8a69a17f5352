import { type SyntheticEvent, useState } from 'react'
import { type DeviceAccount, passphraseProblem } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EmailField, problemOfEmail } from './EmailField.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface RecoverFormProps {
  readonly account: DeviceAccount
  readonly onRecovered: () => void
}

/** Comes in by the recovery code, and sets a new passphrase. */
export function RecoverForm({ account, onRecovered }: RecoverFormProps) {
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState<{ readonly email?: string | undefined; readonly passphrase?: string | undefined }>(
    {},
  )
  const { asking, ask, problem, clearProblem } = useAsking()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = { email: problemOfEmail(email), passphrase: passphraseProblem(passphrase, email) }
    setWrong(found)
    if (found.email !== undefined || found.passphrase !== undefined) return
    const opened = await ask('recover', () => account.recover({ email, code, passphrase }))
    if (opened !== undefined) onRecovered()
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <p className={styles['soft']}>For when the passphrase is forgotten. The code is on your recovery kit.</p>
      <EmailField
        value={email}
        error={wrong.email}
        onValue={(text) => {
          setEmail(text)
          setWrong({ ...wrong, email: undefined })
        }}
      />
      <TextField
        label="Recovery code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onValue={(text) => {
          setCode(text)
          clearProblem()
        }}
      />
      <PassphraseField
        isNew
        label="New passphrase"
        value={passphrase}
        error={wrong.passphrase}
        onValue={(text) => {
          setPassphrase(text)
          setWrong({ ...wrong, passphrase: undefined })
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={asking !== undefined}>
          {asking === undefined ? 'Use my recovery code' : 'Opening your vault'}
        </Button>
      </div>
      <p className={styles['soft']}>
        <strong>Everything lost?</strong> Without passphrase, recovery code and a device that is signed in, nobody can
        open what is on the server. The account can be deleted by whoever runs it, and you start again with what is on
        this device.
      </p>
    </form>
  )
}
