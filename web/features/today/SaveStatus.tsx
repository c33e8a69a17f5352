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
  return (
    <div className={styles['lines']}>
      <p className={styles['last']}>{last}</p>
      <p className={`${styles['status']} ${status.kind === 'held' ? styles['held'] : ''}`} role="status">
        {status.kind === 'saved' && <Check aria-hidden="true" size={16} strokeWidth={2.6} />}
        {textOf(status, saved)}
      </p>
    </div>
  )
}

function textOf({ kind }: SaveState, saved: string | undefined): string {
  if (kind === 'saved') return saved === undefined ? 'Cleared on this device' : `${saved} saved on this device`
  if (kind === 'held') return saved === undefined ? 'Nothing is saved yet' : `${saved} is still what is saved`
  return ''
}
