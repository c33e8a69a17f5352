import styles from './Skeleton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface SkeletonProps {
  /** Pixels, or a CSS length: the room what comes will need, so nothing moves when it does. */
  readonly height: number | string
  readonly label?: string | undefined
}

/** Holds a place. Invisible for the first 200 ms, because most things are there by then. */
export function Skeleton({ height, label = 'Loading' }: SkeletonProps) {
  return (
    <div className={styles['skeleton']} style={{ blockSize: height }} aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
    </div>
  )
}
