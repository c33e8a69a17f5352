import { type SyntheticEvent, useState } from 'react'
import type { DeviceAccount } from '../../sync/runtime/device-account.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { EmailField, problemOfEmail } from './EmailField.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface PairFormProps {
  readonly account: DeviceAccount
  readonly pairing: { readonly email: string; readonly code: string } | undefined
  readonly onPaired: () => void
}

/** Comes in by a code that a device which is already in shows. */
export function PairForm({ account, pairing, onPaired }: PairFormProps) {
  const [email, setEmail] = useState(pairing?.email ?? '')
  const [code, setCode] = useState(pairing?.code ?? '')
  const [wrong, setWrong] = useState<string>()
  const { asking, ask, problem, clearProblem } = useAsking()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = problemOfEmail(email)
    setWrong(found)
    if (found !== undefined) return
    const opened = await ask('pair', () => account.acceptPairing({ email, code }))
    if (opened !== undefined) onPaired()
  }

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <p className={styles['soft']}>
        On a device that is signed in, open Sync and choose “Add a device”. Point this device’s camera at what it shows,
        or type the code here.
      </p>
      <EmailField
        value={email}
        error={wrong}
        onValue={(text) => {
          setEmail(text)
          setWrong(undefined)
        }}
      />
      <TextField
        label="Code from the other device"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onValue={(text) => {
          setCode(text)
          clearProblem()
        }}
      />
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={asking !== undefined}>
          Join
        </Button>
      </div>
    </form>
  )
}
