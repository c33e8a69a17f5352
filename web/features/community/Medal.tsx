import styles from './Standings.module.css'
import { ordinal } from './words.ts'

/** The medal of one of the first three ranks: its number says which, the rim and its pattern repeat it. */
export function Medal({ rank }: { readonly rank: number }) {
  return (
    <span className={styles['medal']} data-rank={rank} role="img" aria-label={`${ordinal(rank)} place`}>
      {rank}
    </span>
  )
}
