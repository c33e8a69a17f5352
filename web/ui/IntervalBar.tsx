import { type Hue, hueStyle } from './hue.ts'
import styles from './IntervalBar.module.css'
import { intervalPlaces } from './interval-scale.ts'

export interface IntervalBarProps {
  readonly low: number
  readonly value: number
  readonly high: number
  /** What it is beside: zero by default. */
  readonly reference?: number | undefined
  readonly hue: Hue
  /** A value in words; for a difference with its sign: `+1 200 steps`. */
  readonly show: (value: number) => string
  /** What the interval is: `95 % range`. */
  readonly label: string
  /** What that means: `no difference`. */
  readonly referenceLabel: string
}

/** An estimate and its interval beside what it is held against. */
export function IntervalBar({ low, value, high, reference, hue, show, label, referenceLabel }: IntervalBarProps) {
  const places = intervalPlaces(low, value, high, reference)
  const side = places.reference < places.low ? 'below it' : places.reference > places.high ? 'above it' : 'inside it'
  const spoken = `${label}: ${show(low)} to ${show(high)}, the middle of it ${show(value)}; ${referenceLabel} is ${side}`
  return (
    <div className={styles['interval']} style={hueStyle(hue)} role="img" aria-label={spoken}>
      <p className={styles['words']}>
        <span style={anchored(places.reference)}>{referenceLabel}</span>
      </p>
      <div className={styles['track']}>
        <span className={styles['reference']} style={{ insetInlineStart: `${places.reference}%` }} />
        <span
          className={styles['bar']}
          style={{ insetInlineStart: `${places.low}%`, inlineSize: `${places.high - places.low}%` }}
        />
        <span className={styles['value']} style={{ insetInlineStart: `${places.value}%` }} />
      </div>
      <p className={styles['words']}>
        <span style={anchored((places.low + places.high) / 2)}>
          {show(low)} to {show(high)}
        </span>
      </p>
    </div>
  )
}

/** A label at its place, kept inside: it begins there on the left, ends there on the right, and is centred in between. */
function anchored(place: number) {
  if (place < 33) return { insetInlineStart: `${Math.max(0, place - 8)}%` }
  if (place > 67) return { insetInlineEnd: `${Math.max(0, 92 - place)}%` }
  return { insetInlineStart: `${place}%`, translate: '-50%' }
}
