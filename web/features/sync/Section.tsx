import type { ReactNode } from 'react'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './sync.module.css'

export interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  /** Why the last thing that was asked for here did not work. */
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** One matter of synchronisation. */
export function Section({ title, aside, problem, children }: SectionProps) {
  return (
    <Card title={title} aside={aside}>
      <div className={styles['section']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {children}
      </div>
    </Card>
  )
}
