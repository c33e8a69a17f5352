import type { Metric } from '../../../shared/metric/metric.ts'
import { readTyped, typedText } from '../../../shared/metric/typed-value.ts'
import { displayUnit } from '../../../shared/metric/unit.ts'
import { useProfile } from '../../store/react.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

interface BoundProps {
  readonly label: string
  readonly metric: Metric
  readonly value: number | undefined
  readonly error: string | undefined
  readonly onValue: (value: number | undefined) => void
}

/** An end of what a day must have, in the units of the person. */
export function Bound({ label, metric, value, error, onValue }: BoundProps) {
  const { units } = useProfile()
  return (
    <NumberField
      label={label}
      value={value}
      error={error}
      unit={displayUnit(metric, units)}
      step={metric.step}
      read={(text) => readTyped(metric, text, units)}
      show={(one) => typedText(metric, one, units)}
      onValue={onValue}
    />
  )
}
