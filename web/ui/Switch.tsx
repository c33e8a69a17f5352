import { type ReactNode, useId } from 'react'
import styles from './Switch.module.css'

export interface SwitchProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
  readonly disabled?: boolean | undefined
}

/** On or off, at once. The whole row is the target. */
export function Switch({ label, hint, checked, onChecked, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className={styles['row']}>
      <label htmlFor={id} className={styles['text']}>
        {label}
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </span>
        )}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={styles['switch']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
    </div>
  )
}
