import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Offer.module.css'

interface OfferProps {
  /** An icon of lucide-react. */
  readonly icon: ReactNode
  readonly title: string
  /** What happens, in a sentence. */
  readonly children: ReactNode
  readonly primary?: boolean
  readonly busy?: boolean
  readonly onPress: () => void
}

/** One way to begin: the whole card is the button. */
export function Offer({ icon, title, children, primary = false, busy = false, onPress }: OfferProps) {
  return (
    <button
      type="button"
      className={`${styles['offer']} ${primary ? styles['primary'] : ''}`}
      aria-busy={busy || undefined}
      onClick={onPress}
    >
      <span className={styles['icon']}>{icon}</span>
      <span className={styles['words']}>
        <span className={styles['title']}>{title}</span>
        <span className={styles['text']}>{children}</span>
      </span>
      <ChevronRight aria-hidden="true" size={20} className={styles['arrow']} />
    </button>
  )
}
