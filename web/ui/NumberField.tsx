import { type KeyboardEvent, type Ref, useRef, useState } from 'react'
import { Field, type FieldText } from './Field.tsx'
import styles from './NumberField.module.css'
import { keepsText, NO_DRAFT, type NumberRule, readNumber, settle, stepped } from './number-text.ts'

export interface NumberFieldProps extends FieldText, NumberRule {
  /** The stored value; undefined where nothing is recorded. */
  readonly value: number | undefined
  /** Called at each keystroke that leaves a possible value, or nothing (undefined). */
  readonly onValue: (value: number | undefined) => void
  /** What ArrowUp and ArrowDown add, in the unit of `value`. */
  readonly step?: number | undefined
  /** Where the arrows start in an empty field: the last value. */
  readonly start?: number | undefined
  /** Stands behind the figures. */
  readonly unit?: string | undefined
  readonly placeholder?: string | undefined
  /** Enter was pressed on a possible value: the person is done. */
  readonly onDone?: (() => void) | undefined
  readonly onLeave?: (() => void) | undefined
  readonly large?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/**
 * A number, saved as it is typed. The text is the person's while they are in the field: nothing that arrives from
 * elsewhere overwrites it, and what could not be saved stays to be mended. Escape brings back what stood there before.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, hideLabel, value, onValue, read, show, min, max } = props
  const { step = 1, start, unit, placeholder, onDone, onLeave, large = false, autoFocus, disabled, ref } = props
  const rule: NumberRule = { read, show, min, max }
  const [stored, setDraft] = useState(NO_DRAFT)
  const [problem, setProblem] = useState<string>()
  const [focused, setFocused] = useState(false)
  const before = useRef<number | undefined>(undefined)

  const [seen, setSeen] = useState(value)

  let draft = settle(stored, value)
  if (!Object.is(seen, value)) {
    setSeen(value)
    // A value from elsewhere (an undo, "same as yesterday") is newer than a mistake that was left in the field.
    if (!focused && draft.sent === undefined) {
      draft = NO_DRAFT
      setProblem(undefined)
    }
  }
  if (!focused && !keepsText(draft, problem ?? error)) draft = NO_DRAFT
  // Setting state while rendering is React's own way to follow a prop without drawing twice.
  if (draft.text !== stored.text || draft.sent !== stored.sent) setDraft(draft)

  const shown = value === undefined ? '' : show(value)
  const text = draft.text ?? shown

  const send = (next: number | undefined, nextText: string) => {
    setProblem(undefined)
    setDraft({ text: nextText, sent: Object.is(next, value) ? undefined : { value: next } })
    onValue(next)
  }

  const type = (typed: string) => {
    const reading = readNumber(typed, rule)
    if (reading.kind === 'problem') {
      setProblem(reading.final ? reading.problem : undefined)
      setDraft({ text: typed, sent: undefined })
    } else send(reading.kind === 'value' ? reading.value : undefined, typed)
  }

  const judge = (): boolean => {
    const reading = readNumber(text, rule)
    setProblem(reading.kind === 'problem' ? reading.problem : undefined)
    return reading.kind !== 'problem'
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      if (judge()) onDone?.()
    } else if (event.key === 'Escape') {
      const former = before.current === undefined ? '' : show(before.current)
      if (text === former) return
      // The first Escape takes back what was typed; only the next one is for the sheet around the field.
      event.preventDefault()
      event.stopPropagation()
      send(before.current, former)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const reading = readNumber(text, rule)
      const next = stepped(
        reading.kind === 'value' ? reading.value : undefined,
        event.key === 'ArrowUp' ? 1 : -1,
        step,
        {
          start,
          min,
          max,
        },
      )
      send(next, show(next))
    }
  }

  return (
    <Field label={label} hint={hint} error={problem ?? error} hideLabel={hideLabel}>
      {(control) => (
        <span className={`${control.className} ${styles['frame']} ${large ? styles['large'] : ''}`}>
          <input
            ref={ref}
            id={control.id}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            className={styles['input']}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="done"
            placeholder={placeholder}
            // biome-ignore lint/a11y/noAutofocus: asked for only where a press on "add" opened this field.
            autoFocus={autoFocus}
            disabled={disabled}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onFocus={(event) => {
              before.current = value
              setFocused(true)
              event.target.select()
            }}
            onBlur={() => {
              setFocused(false)
              judge()
              onLeave?.()
            }}
          />
          {unit !== undefined && unit !== '' && <span className={styles['unit']}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}
