import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** A small line above: the period, the weekday. */
  readonly eyebrow?: ReactNode
  /** Icon buttons across from the title. */
  readonly actions?: ReactNode
}

/** The one heading of a screen. */
export function PageHeader({ title, eyebrow, actions }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['text']}>
        {eyebrow !== undefined && <p className={styles['eyebrow']}>{eyebrow}</p>}
        <h1 tabIndex={-1}>{title}</h1>
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}
