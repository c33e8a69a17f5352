import type { ReactNode } from 'react'
import { type Hue, hueStyle } from './hue.ts'
import styles from './Ring.module.css'

export interface RingPart {
  readonly label: string
  /** Done so far, 0 to 1; more is drawn as full. */
  readonly value: number
  readonly hue: Hue
}

export interface RingProps {
  /** Outermost first; three fit well, four at most. */
  readonly parts: readonly RingPart[]
  /** The whole as a sentence; by default the parts with their percent. */
  readonly label?: string | undefined
  /** Pixels across. */
  readonly size?: number | undefined
  /** What stands in the middle. */
  readonly children?: ReactNode
}

const BOX = 92
const STROKE = 8
const GAP = 3
/** The most of an open ring, of 100: its round ends alone would close the last of it. */
const ALMOST = 94

/** Concentric rings, one a goal. */
export function Ring({ parts, label, size = BOX, children }: RingProps) {
  const spoken = parts.map((part) => `${part.label} ${Math.round(part.value * 100)} %`).join(', ')
  return (
    <div className={styles['ring']} style={{ inlineSize: size, blockSize: size }}>
      <svg viewBox={`0 0 ${BOX} ${BOX}`} role="img" aria-label={label ?? spoken}>
        {parts.map((part, index) => {
          const circle = { cx: BOX / 2, cy: BOX / 2, r: (BOX - STROKE) / 2 - index * (STROKE + GAP), pathLength: 100 }
          const done = part.value >= 1 ? 100 : Math.min(ALMOST, Math.max(0, part.value) * 100)
          return (
            <g key={part.label} strokeWidth={STROKE} style={hueStyle(part.hue)}>
              <circle {...circle} className={styles['track']} />
              {done > 0 && <circle {...circle} className={styles['done']} strokeDasharray={`${done} 100`} />}
            </g>
          )
        })}
      </svg>
      {children !== undefined && <div className={styles['middle']}>{children}</div>}
    </div>
  )
}
