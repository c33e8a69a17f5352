import { type Hue, hueStyle } from './hue.ts'
import styles from './IntervalBar.module.css'
import { intervalPlaces } from './interval-scale.ts'

export interface IntervalBarProps {
  readonly low: number
  readonly value: number
  readonly high: number
  readonly hue: Hue
  /** What it is beside: zero by default. */
  readonly reference?: number | undefined
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
  const middle = (places.low + places.high) / 2
  const side = places.reference < places.low ? 'below it' : places.reference > places.high ? 'above it' : 'inside it'
  const spoken = `${label}: ${show(low)} to ${show(high)}, the middle of it ${show(value)}; ${referenceLabel} is ${side}`
  return (
    <div className={styles['interval']} style={hueStyle(hue)}>
      <div className={styles['track']} role="img" aria-label={spoken}>
        <span className={styles['reference']} style={{ insetInlineStart: `${places.reference}%` }} />
        <span
          className={styles['bar']}
          style={{ insetInlineStart: `${places.low}%`, inlineSize: `${places.high - places.low}%` }}
        />
        <span className={styles['value']} style={{ insetInlineStart: `${places.value}%` }} />
      </div>
      <p className={styles['words']} aria-hidden="true">
        <span className={styles['none']} data-side={places.reference < middle ? 'start' : 'end'}>
          {referenceLabel}
        </span>
        <span>
          {label} <b>{show(low)}</b> to <b>{show(high)}</b>
        </span>
      </p>
    </div>
  )
}
