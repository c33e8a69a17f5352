import { Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  readonly title: ReactNode
  /** A small line above: the period, the weekday. */
  readonly eyebrow?: ReactNode
  /** Icon buttons across from the title. */
  readonly actions?: ReactNode
}

/** The one heading of a screen and, where there is no side bar, the way to the settings. */
export function PageHeader({ title, eyebrow, actions }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      <div className={styles['text']}>
        {eyebrow !== undefined && <p className={styles['eyebrow']}>{eyebrow}</p>}
        <h1 tabIndex={-1}>{title}</h1>
      </div>
      <div className={styles['actions']}>
        {actions}
        <Link href="/settings" className={styles['settings']} aria-label="Settings" title="Settings">
          <Settings aria-hidden="true" size={24} strokeWidth={1.8} />
        </Link>
      </div>
    </header>
  )
}
