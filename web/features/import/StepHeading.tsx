import type { ReactNode } from 'react'
import styles from './StepHeading.module.css'

const takeFocus = (element: HTMLElement | null) => element?.focus()

/** The words of a step's heading, which take the focus as they appear, so that a screen reader says them. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  return (
    <span ref={takeFocus} tabIndex={-1} className={styles['heading']}>
      {children}
    </span>
  )
}
