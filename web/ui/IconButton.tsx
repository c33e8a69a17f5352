import type { ComponentProps, ReactNode } from 'react'
import styles from './IconButton.module.css'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'title'> {
  /** What it does: read out, and shown on hover. */
  readonly label: string
  /** The icon. */
  readonly children: ReactNode
  /** `framed` stands alone on the page, `bare` sits inside a row or a bar. */
  readonly look?: 'framed' | 'bare' | undefined
  /** For a button that is on or off. */
  readonly pressed?: boolean | undefined
}

export function IconButton({ label, children, look = 'framed', pressed, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles['icon']} ${styles[look]}`}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      {children}
    </button>
  )
}
