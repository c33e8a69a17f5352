import type { ComponentProps } from 'react'
import { Field, type FieldText } from './Field.tsx'

export interface TextAreaProps
  extends FieldText,
    Omit<ComponentProps<'textarea'>, keyof FieldText | 'className' | 'id' | 'value' | 'onChange' | 'children'> {
  readonly value: string
  readonly onValue: (value: string) => void
}

export function TextArea({ label, hint, error, hideLabel, value, onValue, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(control) => (
        <textarea rows={3} {...rest} {...control} value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  )
}
