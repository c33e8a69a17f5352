import { Check } from 'lucide-react'
import styles from './SaveStatus.module.css'
import type { SaveState } from './use-save-value.ts'

interface SaveStatusProps {
  readonly status: SaveState
  /** The stored value in words. */
  readonly saved: string | undefined
  /** The last value before this day, in words. */
  readonly last: string | undefined
}

/** What is on the disk, said apart from what stands in the field; and the last value, to type against. */
export function SaveStatus({ status, saved, last }: SaveStatusProps) {
  const done = status.kind === 'saved'
  return (
    <div className={styles['lines']}>
      <p className={styles['last']}>{last}</p>
      <p className={styles['status']} role="status">
        {done && <Check aria-hidden="true" size={16} strokeWidth={2.6} />}
        {done && (saved === undefined ? 'Cleared on this device' : `${saved} saved on this device`)}
      </p>
    </div>
  )
}
