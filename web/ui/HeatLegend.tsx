import styles from './HeatCalendar.module.css'
import type { HeatLevel } from './heat-levels.ts'

export interface HeatLegendEntry {
  readonly level: HeatLevel
  /** None: the level lies between its neighbours. */
  readonly text?: string | undefined
}

const SIZE: Record<HeatLevel, number> = { 0: 8.5, 1: 2, 2: 4, 3: 6, 4: 8.5 }

/** What the squares mean, drawn as they are drawn. */
export function HeatLegend({ entries }: { readonly entries: readonly HeatLegendEntry[] }) {
  return (
    <ul className={styles['legend']} aria-label="Legend">
      {entries.map(({ level, text }) => (
        <li key={level} aria-hidden={text === undefined}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path data-level={0} d={square(SIZE[0])} />
            {level > 0 && <path data-level={level} d={square(SIZE[level])} />}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

const square = (size: number) => {
  const corner = `M${7 - size / 2} ${7 - size / 2}`
  return `${corner}h${size}v${size}h-${size}z`
}
