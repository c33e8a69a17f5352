import type { ReactNode } from 'react'
import styles from './Figure.module.css'

export interface FigureProps {
  /** The number as text: `74.6`, `7 h 42`. */
  readonly value: ReactNode
  readonly unit?: string | undefined
  readonly size?: 'medium' | 'large' | undefined
}

/** A number to be read first: large, tabular, its unit small beside it. */
export function Figure({ value, unit, size = 'medium' }: FigureProps) {
  return (
    <span className={`${styles['figure']} ${styles[size]}`}>
      {value}
      {unit !== undefined && unit !== '' && <span className={styles['unit']}>{` ${unit}`}</span>}
    </span>
  )
}
