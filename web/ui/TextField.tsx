import type { ComponentProps } from 'react'
import { Field, type FieldText } from './Field.tsx'

export interface TextFieldProps
  extends FieldText,
    Omit<ComponentProps<'input'>, keyof FieldText | 'className' | 'id' | 'value' | 'onChange' | 'type' | 'children'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly type?: 'text' | 'date' | 'time' | 'search' | 'email' | 'url' | 'password' | undefined
}

/** One line of text, a date or a time, by the browser's own control. */
export function TextField({ label, hint, error, hideLabel, value, onValue, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(control) => (
        <input type="text" {...rest} {...control} value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  )
}
