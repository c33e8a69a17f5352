import type { ComponentProps } from 'react'
import styles from './VisuallyHidden.module.css'

/** Text for ears only. Takes the attributes of a `<span>`, such as `aria-live`. */
export function VisuallyHidden(props: Omit<ComponentProps<'span'>, 'className'>) {
  return <span {...props} className={styles['hidden']} />
}
