import { Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Action } from './action.ts'
import styles from './Banner.module.css'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

export interface BannerProps {
  readonly tone?: 'info' | 'warning' | 'danger' | undefined
  /** What happened and what to do, in plain words. */
  readonly children: ReactNode
  readonly action?: Action | undefined
  readonly onDismiss?: (() => void) | undefined
}

/** Says trouble (or news) at once, where it happened. */
export function Banner({ tone = 'info', children, action, onDismiss }: BannerProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert
  return (
    <div role={tone === 'info' ? 'status' : 'alert'} className={`${styles['banner']} ${styles[tone]}`}>
      <Icon aria-hidden="true" className={styles['icon']} size={20} />
      <div className={styles['text']}>{children}</div>
      <div className={styles['actions']}>
        {action !== undefined && <Button onClick={action.run}>{action.label}</Button>}
        {onDismiss !== undefined && (
          <IconButton label="Dismiss" look="bare" onClick={onDismiss}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </div>
  )
}
