import { type ComponentProps, useEffect, useId, useRef } from 'react'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { hueStyle, metricHue } from '../../ui/hue.ts'
import styles from './MetricPicker.module.css'

interface ChipsProps {
  readonly label: string
  readonly metrics: readonly Metric[]
}

/** Which metric is in view: radio buttons, so the arrows choose. */
export function MetricPicker(
  props: ChipsProps & { readonly value: MetricId; readonly onValue: (id: MetricId) => void },
) {
  const { label, metrics, value, onValue } = props
  const name = useId()
  const row = useRef<HTMLFieldSetElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice made elsewhere may lie out of sight.
  useEffect(() => {
    const box = row.current
    const chip = box?.querySelector(':checked')?.parentElement
    if (box == null || chip == null) return
    const past = chip.offsetLeft + chip.offsetWidth - box.offsetLeft - box.clientWidth
    if (past > 0) box.scrollLeft = past
  }, [value])
  return (
    <fieldset ref={row} aria-label={label} className={styles['row']}>
      {metrics.map((metric) => (
        <Chip
          key={metric.id}
          metric={metric}
          type="radio"
          name={name}
          checked={metric.id === value}
          onChange={() => onValue(metric.id)}
        />
      ))}
    </fieldset>
  )
}

interface ComparePickerProps extends ChipsProps {
  readonly values: readonly string[]
  readonly most: number
  readonly onValues: (ids: readonly string[]) => void
}

/** Which metrics are laid over it: checkboxes; once `most` are chosen the rest wait until one is let go. */
export function ComparePicker({ label, metrics, values, most, onValues }: ComparePickerProps) {
  const full = values.length >= most
  return (
    <fieldset className={styles['compare']}>
      <legend className={styles['legend']}>{full ? `${label} · four at most` : label}</legend>
      <div className={styles['row']}>
        {metrics.map((metric) => {
          const chosen = values.includes(metric.id)
          return (
            <Chip
              key={metric.id}
              metric={metric}
              type="checkbox"
              checked={chosen}
              disabled={full && !chosen}
              onChange={() => onValues(chosen ? values.filter((id) => id !== metric.id) : [...values, metric.id])}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

function Chip({ metric, ...input }: { readonly metric: Metric } & ComponentProps<'input'>) {
  return (
    <label className={styles['chip']} style={hueStyle(metricHue(metric.id))}>
      <input {...input} />
      <span className={styles['face']}>{metric.name}</span>
    </label>
  )
}
