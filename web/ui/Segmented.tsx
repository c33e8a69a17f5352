import { useId } from 'react'
import styles from './Segmented.module.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Said instead of a label that only fits the eye: `6 months` for `6M`. */
  readonly spoken?: string | undefined
}

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly options: readonly SegmentedOption<Value>[]
  /** Undefined: nothing chosen yet. */
  readonly value: Value | undefined
  readonly onValue: (value: Value) => void
  /** The label is read out only (the default), or drawn above. */
  readonly showLabel?: boolean | undefined
}

/** One of a few, all in sight: native radio buttons, so arrows choose. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, options, value, onValue, showLabel = false } = props
  const name = useId()
  return (
    <fieldset aria-label={showLabel ? undefined : label}>
      {showLabel && <legend className={styles['legend']}>{label}</legend>}
      <div className={styles['track']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={name}
              className={styles['radio']}
              checked={option.value === value}
              aria-label={option.spoken}
              onChange={() => onValue(option.value)}
            />
            <span className={styles['face']}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
