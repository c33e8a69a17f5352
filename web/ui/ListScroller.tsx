import type { ReactNode, Ref, UIEventHandler } from 'react'
import styles from './GrowingList.module.css'

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly label: string
  readonly onScroll?: UIEventHandler<HTMLDivElement>
  readonly children: ReactNode
}

/** What a growing list scrolls in. */
export function ListScroller({ ref, label, onScroll, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group scrolls a list.
    <div
      ref={ref}
      role="group"
      aria-label={label}
      className={styles['scroller']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keys.
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </div>
  )
}
