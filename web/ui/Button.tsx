import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './Button.module.css'
import { type ButtonTone, buttonClass } from './button-class.ts'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly children: ReactNode
  readonly tone?: ButtonTone | undefined
  /** Stays in place and focused, says it is busy, and takes no second press. */
  readonly busy?: boolean | undefined
  readonly icon?: ReactNode
  /** As wide as its container. */
  readonly wide?: boolean | undefined
}

export function Button({ children, tone, busy = false, icon, wide = false, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(tone)} ${wide ? styles['wide'] : ''}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {icon}
      {children}
    </button>
  )
}
