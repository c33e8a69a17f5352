import { type FormEvent, useRef, useState } from 'react'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readTyped, typedText } from '../../../shared/metric/typed-value.ts'
import { showValue } from '../../../shared/metric/unit.ts'
import { useProfile } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { readNumber } from '../../ui/number-text.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { type DaySnapshot, valueOn } from './day-snapshot.ts'
import { shortDay, spokenDay } from './day-text.ts'
import { SaveStatus } from './SaveStatus.tsx'
import { SourceValues } from './SourceValues.tsx'
import { StepButtons } from './StepButtons.tsx'
import { useLastValue } from './use-last-value.ts'
import { useSaveValue } from './use-save-value.ts'
import styles from './ValueSheet.module.css'
import { entryNote, entryUnit, pressStart, pressStep } from './value-entry.ts'

export interface ValueSheetProps {
  readonly metric: Metric
  readonly date: CivilDate
  readonly today: CivilDate
  readonly snapshot: DaySnapshot
  /** One opening of the sheet: all that is typed for one metric in it is one change to undo. */
  readonly opening: string
  /** The name of what comes next, or undefined where this is the last. */
  readonly nextName: string | undefined
  readonly onNext: () => void
  readonly onClose: () => void
}

/** One value of one day. What is typed is saved as it is typed; closing saves nothing and loses nothing. */
export function ValueSheet(props: ValueSheetProps) {
  const { metric, date, today, snapshot, opening, nextName, onNext, onClose } = props
  const { units } = useProfile()
  const input = useRef<HTMLInputElement>(null)
  // The metric that something was typed for. Not what is stored by now: a fast hand is ahead of that.
  const touched = useRef<string>(undefined)
  const [pressed, setPressed] = useState<{ readonly metric: string; readonly times: number }>()
  const [sent, setSent] = useState<{ readonly metric: string; readonly value: number | undefined }>()
  const { save, hold, status } = useSaveValue(metric, date, today, `${opening}:${metric.id}`)
  const last = useLastValue(snapshot, metric, date)

  const now = valueOn(snapshot, metric.id, date)
  const typed = now?.candidates.find(({ origin }) => origin === 'typed')?.value
  const [opened, setOpened] = useState({ metric: metric.id, value: typed })
  if (opened.metric !== metric.id) setOpened({ metric: metric.id, value: typed })
  // What was sent is what is meant, until it has been read back.
  if (sent !== undefined && (sent.metric !== metric.id || sent.value === typed)) setSent(undefined)
  const meant = sent === undefined ? typed : sent.value
  const dayBefore = addDays(date, -1)
  const before = valueOn(snapshot, metric.id, dayBefore)?.value
  const start = now?.value ?? pressStart(metric, last?.value)
  const step = pressStep(metric, units)
  const words = (value: number) => showValue(metric, value, units).text
  const rule = {
    read: (text: string) => readTyped(metric, text, units),
    show: (value: number) => typedText(metric, value, units),
    min: metric.min,
    max: metric.max,
  }

  const send = (value: number | undefined) => {
    setSent({ metric: metric.id, value })
    save(value)
  }
  // A press writes past the field, whose text belongs to the person while the focus is in it: so it begins anew.
  const press = (value: number | undefined) => {
    setPressed({ metric: metric.id, times: (pressed?.times ?? 0) + 1 })
    send(value)
  }
  const enter = (value: number | undefined) => {
    touched.current = metric.id
    send(value)
  }
  // On the way to 900 stood 90, which was saved and never meant.
  const onInput = (event: FormEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const reading = readNumber(event.target.value, rule)
    if (reading.kind !== 'problem' || !reading.final || touched.current !== metric.id) return
    setSent({ metric: metric.id, value: opened.value })
    hold(opened.value)
  }
  const clear = () => {
    if (meant === undefined) input.current?.focus()
    else press(undefined)
  }
  /** Stays where something impossible stands in the field, with the reason beside it. */
  const leave = (go: () => void) => {
    const field = input.current
    if (field !== null && readNumber(field.value, rule).kind === 'problem') field.focus()
    else go()
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={`${metric.name}, ${spokenDay(date, today)}`}
      footer={
        <div className={styles['foot']}>
          <Button tone="plain" onClick={clear}>
            Clear
          </Button>
          {nextName !== undefined && <Button onClick={() => leave(onNext)}>Next: {nextName}</Button>}
          <Button tone="primary" onClick={() => leave(onClose)}>
            Done
          </Button>
        </div>
      }
    >
      <div className={styles['entry']} onInput={onInput}>
        <NumberField
          key={`${metric.id}:${pressed?.times ?? 0}`}
          autoFocus={pressed?.metric !== metric.id}
          ref={input}
          label={`${metric.name} on ${shortDay(date, today)}`}
          hideLabel
          large
          hint={entryNote(metric, units)}
          error={status.kind === 'failed' ? status.message : undefined}
          value={typed}
          onValue={enter}
          {...rule}
          step={step}
          start={start}
          unit={entryUnit(metric, units)}
          onDone={nextName === undefined ? onClose : onNext}
        />
        {step !== undefined && (
          <StepButtons
            name={metric.name}
            stepText={words(step)}
            value={meant}
            step={step}
            start={start}
            min={metric.min}
            max={metric.max}
            onValue={press}
          />
        )}
      </div>
      <SaveStatus
        status={status}
        saved={typed === undefined ? undefined : words(typed)}
        last={last === undefined ? undefined : `Last: ${words(last.value)}, ${spokenDay(last.date, today)}`}
      />
      {before !== undefined && (
        <Button wide onClick={() => press(before)}>
          Same as {date === today ? 'yesterday' : 'the day before'} ({words(before)})
        </Button>
      )}
      {now !== undefined && <SourceValues metric={metric} value={now} units={units} />}
    </Sheet>
  )
}
