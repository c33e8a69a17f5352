import type { ReactNode } from 'react'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './SettingsSection.module.css'

export interface SettingsSectionProps {
  /** The section's address: `/settings#restore`. */
  readonly id: string
  readonly title: string
  readonly aside?: ReactNode
  /** Why the last change here could not be made. */
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** One matter of the settings, with an address of its own. */
export function SettingsSection({ id, title, aside, problem, children }: SettingsSectionProps) {
  return (
    <div id={id} className={styles['section']} tabIndex={-1}>
      <Card title={title} aside={aside}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {children}
      </Card>
    </div>
  )
}
