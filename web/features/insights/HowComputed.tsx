import styles from './InsightCard.module.css'
import { METHODS, type Method } from './method-text.ts'

/** How a kind of sentence comes about, for whoever wants to know. */
export function HowComputed({ of }: { readonly of: Method }) {
  return (
    <details className={styles['how']}>
      <summary>How this is computed</summary>
      {METHODS[of].map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </details>
  )
}
