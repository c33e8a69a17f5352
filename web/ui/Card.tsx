import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'
import { type Hue, hueStyle } from './hue.ts'

export interface CardProps {
  readonly children: ReactNode
  /** Makes the card a section of the page, named by it. */
  readonly title?: ReactNode
  /** What stands across from the title: a legend, a count, a button. */
  readonly aside?: ReactNode
  /** A small line above in a metric's colour: `Sleep → steps`. */
  readonly kicker?: ReactNode
  readonly hue?: Hue | undefined
  /** No inner space, for a list or a table that reaches the edges. */
  readonly flush?: boolean | undefined
}

/** A quiet surface for one thing. */
export function Card({ children, title, aside, kicker, hue, flush = false }: CardProps) {
  const id = useId()
  const Element = title === undefined ? 'div' : 'section'
  return (
    <Element
      className={`${styles['card']} ${flush ? styles['flush'] : ''}`}
      style={hue === undefined ? undefined : hueStyle(hue)}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {kicker !== undefined && <p className={styles['kicker']}>{kicker}</p>}
      {(title !== undefined || aside !== undefined) && (
        <div className={styles['head']}>
          {title !== undefined && <h2 id={id}>{title}</h2>}
          {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
        </div>
      )}
      {children}
    </Element>
  )
}
