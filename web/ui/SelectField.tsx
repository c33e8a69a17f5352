import { Field, type FieldText } from './Field.tsx'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectFieldProps<Value extends string> extends FieldText {
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onValue: (value: Value) => void
  readonly disabled?: boolean | undefined
}

/** A choice of one from many, by the browser's own control. For two to five short ones take Segmented. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, error, hideLabel, value, options, onValue, disabled } = props
  const choose = (chosen: string) => {
    const option = options.find((known) => known.value === chosen)
    if (option !== undefined) onValue(option.value)
  }
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(control) => (
        <select {...control} value={value} disabled={disabled} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
