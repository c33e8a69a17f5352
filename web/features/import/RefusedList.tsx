import { FileDown } from 'lucide-react'
import { REFUSED_KEPT, type Refused } from '../../importer/choices.ts'
import { Button } from '../../ui/Button.tsx'
import { inWords } from './Counts.tsx'
import { downloadText } from './download-text.ts'
import styles from './PreviewList.module.css'

const SHOWN = 100

export interface RefusedListProps {
  readonly refused: readonly Refused[]
  /** All of them; the list may hold only the first. */
  readonly count: number
  readonly file: string
  /** All that was kept of them, as the text of a CSV file. */
  readonly asCsv: () => Promise<string>
}

/** What could not be read, each with its place and reason, and all of it as a file to mend. */
export function RefusedList({ refused, count, file, asCsv }: RefusedListProps) {
  return (
    <details className={styles['details']}>
      <summary>What was refused, and why ({inWords(count)})</summary>
      <ul className={styles['list']}>
        {refused.slice(0, SHOWN).map(({ row, column, cell, reason }) => (
          <li key={`${row} ${column ?? ''} ${reason}`}>
            <span className={styles['place']}>
              Row {inWords(row)}
              {column === undefined ? '' : `, ${column}`}
              {cell === undefined || cell === '' ? '' : `: “${cell}”`}
            </span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {count > SHOWN && <p className={styles['more']}>The first {SHOWN} are shown.</p>}
      <Button
        icon={<FileDown aria-hidden="true" size={18} />}
        onClick={() => void asCsv().then((text) => downloadText(`refused-${file.replace(/\.[^.]*$/, '')}.csv`, text))}
      >
        Download {count > REFUSED_KEPT ? `the first ${inWords(REFUSED_KEPT)}` : 'all of them'}
      </Button>
    </details>
  )
}
