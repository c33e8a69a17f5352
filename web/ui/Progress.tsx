import { useId } from 'react'
import { Button } from './Button.tsx'
import styles from './Progress.module.css'

export interface ProgressProps {
  /** What is going on: `Reading weights.csv`. */
  readonly label: string
  /** Done so far, of `max`; undefined while nobody can know. */
  readonly value?: number | undefined
  readonly max?: number | undefined
  /** The count in words: `12 400 of 100 000 rows`. */
  readonly text?: string | undefined
  readonly onCancel?: (() => void) | undefined
}

/** For anything over a second: what, how far, and a way out. */
export function Progress({ label, value, max = 1, text, onCancel }: ProgressProps) {
  const id = useId()
  return (
    <div className={styles['progress']}>
      <div className={styles['text']}>
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        <p className={styles['count']}>{text}</p>
      </div>
      {onCancel !== undefined && <Button onClick={onCancel}>Cancel</Button>}
      <progress id={id} className={styles['bar']} value={value} max={max} />
    </div>
  )
}
