import type { ReactNode } from 'react'
import { Figure } from './Figure.tsx'
import { type Hue, hueStyle } from './hue.ts'
import styles from './Tile.module.css'

export interface TileProps {
  readonly title: string
  readonly hue: Hue
  /** The day's value as text, or undefined where nothing is recorded. */
  readonly value?: string | undefined
  readonly unit?: string | undefined
  /** Where the value came from, when not typed: `Google Fit`. */
  readonly source?: string | undefined
  /** What is drawn under the value: a Sparkline. */
  readonly children?: ReactNode
  readonly onPress: () => void
}

/** A metric of the day: the whole tile is one button, read out as `Weight 74.6 kg`. */
export function Tile({ title, hue, value, unit, source, children, onPress }: TileProps) {
  return (
    <button type="button" className={styles['tile']} style={hueStyle(hue)} onClick={onPress}>
      <span className={styles['title']}>
        {title}
        {source !== undefined && <span className={styles['source']}>{source}</span>}
      </span>
      <span className={styles['value']}>
        {value === undefined ? <span className={styles['add']}>+ add</span> : <Figure value={value} unit={unit} />}
      </span>
      {children}
    </button>
  )
}
