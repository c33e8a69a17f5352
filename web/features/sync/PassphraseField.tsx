import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './sync.module.css'

export interface PassphraseFieldProps {
  readonly label?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
  /** For password managers: one that is known, or one that is being chosen. */
  readonly isNew?: boolean | undefined
}

/** A passphrase, hidden until it is asked to be seen: what cannot be reset must not be mistyped. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label = 'Passphrase', hint, error, value, onValue, isNew = false } = props
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles['passphrase']}>
      <TextField
        label={label}
        hint={hint}
        error={error}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onValue={onValue}
      />
      <Button aria-label={`${isShown ? 'Hide' : 'Show'} the ${label.toLowerCase()}`} onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </Button>
    </div>
  )
}
