import { type SyntheticEvent, useState } from 'react'
import { type DeviceAccount, passphraseProblem } from '../../sync/runtime/device-account.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toast.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { Section } from './Section.tsx'
import styles from './sync.module.css'
import { useAsking } from './use-asking.ts'

export interface PassphraseSectionProps {
  readonly account: DeviceAccount
  readonly email: string
}

/** [V2] A new passphrase. Nothing is sealed anew. */
export function PassphraseSection({ account, email }: PassphraseSectionProps) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [wrong, setWrong] = useState<string>()
  const { asking, ask, problem, clearProblem } = useAsking()

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = passphraseProblem(next, email)
    setWrong(found)
    if (found !== undefined) return
    const changed = await ask('change', () => account.changePassphrase({ current, next }))
    if (changed === undefined) return
    setCurrent('')
    setNext('')
    showToast({ text: 'The passphrase is changed. Your other devices sign in with it.' })
  }

  return (
    <Section title="Passphrase" problem={problem}>
      <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        {/* For password managers: whose passphrase it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PassphraseField
          label="Present passphrase"
          value={current}
          onValue={(text) => {
            setCurrent(text)
            clearProblem()
          }}
        />
        <PassphraseField
          isNew
          label="New passphrase"
          value={next}
          error={wrong}
          hint="Your other devices are signed out and keep what they hold."
          onValue={(text) => {
            setNext(text)
            setWrong(undefined)
          }}
        />
        <div className={styles['actions']}>
          <Button type="submit" busy={asking !== undefined}>
            Change the passphrase
          </Button>
        </div>
      </form>
    </Section>
  )
}
