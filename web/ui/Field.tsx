import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** What every field says about itself. */
export interface FieldText {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong and what to do, or nothing. */
  readonly error?: string | undefined
  /** The label is read out but not drawn, where the place already says it. */
  readonly hideLabel?: boolean | undefined
}

/** The attributes that tie a control to its label, hint and error: spread them on it. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly className: string | undefined
}

export interface FieldProps extends FieldText {
  /** Draws the control with the attributes it is given. */
  readonly children: (control: ControlAttributes) => ReactNode
}

/** A label, a control of any kind, its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, hideLabel = false, children }: FieldProps) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      {children({
        id,
        'aria-describedby': described.join(' ').trim() || undefined,
        'aria-invalid': error === undefined ? undefined : true,
        className: styles['control'],
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
