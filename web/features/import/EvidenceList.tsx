import { CircleCheck, CircleHelp } from 'lucide-react'
import type { Evidence } from '../../importer/index.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './EvidenceList.module.css'

/** What was seen in the file, what is not certain first. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const unsureFirst = evidence.toSorted((a, b) => Number(a.sure) - Number(b.sure))
  return (
    <ul className={styles['list']}>
      {unsureFirst.map(({ about, text, sure }) => (
        <li key={`${about} ${text}`} className={sure ? styles['sure'] : styles['unsure']}>
          {sure ? <CircleCheck aria-hidden="true" size={18} /> : <CircleHelp aria-hidden="true" size={18} />}
          <span>
            {!sure && <VisuallyHidden>Please check: </VisuallyHidden>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
