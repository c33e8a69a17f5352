import styles from './Counts.module.css'

export interface CountsProps {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
}

/** What an import does, or did, in four figures. */
export function Counts({ added, changed, same, refused }: CountsProps) {
  return (
    <dl className={styles['counts']}>
      <Count label="new" count={added} />
      <Count label="changed" count={changed} />
      <Count label="same as before" count={same} />
      <Count label="refused" count={refused} />
    </dl>
  )
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div className={styles['count']}>
      <dt>{label}</dt>
      <dd>{inWords(count)}</dd>
    </div>
  )
}

/** A count with thin spaces: 12 400. */
export const inWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')
