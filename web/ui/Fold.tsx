import { type ReactNode, useState } from 'react'
import styles from './Fold.module.css'

export interface FoldProps {
  /** What is folded away, and how much of it: `12 earlier`. */
  readonly summary: ReactNode
  /** Drawn when it is opened first, so that what nobody opens costs nothing. */
  readonly children: ReactNode
  /** `row` fills the line, as one of a list of folds; `link` is as wide as its words. */
  readonly look?: 'link' | 'row' | undefined
}

/** More of something, by the browser's own control. */
export function Fold({ summary, children, look = 'link' }: FoldProps) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details className={`${styles['fold']} ${styles[look]}`} onToggle={() => setOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  )
}
