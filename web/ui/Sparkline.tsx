import { type Hue, hueStyle } from './hue.ts'
import styles from './Sparkline.module.css'
import { sparkPath } from './spark-path.ts'

export interface SparklineProps {
  /** One value a day, oldest first; NaN where nothing is recorded. */
  readonly values: ArrayLike<number>
  readonly hue: Hue
  /** Pixels. */
  readonly height?: number | undefined
}

const WIDTH = 150

/** The last days at a glance. Drawn for eyes only: the caller says in words what it shows. */
export function Sparkline({ values, hue, height = 34 }: SparklineProps) {
  const { line, dots } = sparkPath(values, WIDTH, height, 3)
  return (
    <svg
      className={styles['spark']}
      style={{ ...hueStyle(hue), blockSize: height }}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {line !== '' && <path d={line} />}
      {dots !== '' && <path d={dots} className={styles['dots']} />}
    </svg>
  )
}
