import { type SyntheticEvent, useId, useState } from 'react'
import type { Aggregate, Metric } from '../../../shared/metric/metric.ts'
import { metricEdit } from '../../store/metric-edits.ts'
import { useMetrics } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { TextField } from '../../ui/TextField.tsx'
import {
  BLANK_METRIC,
  draftOfForm,
  formOfMetric,
  type MetricForm,
  type MetricProblems,
  problemsOfForm,
} from './metric-form.ts'
import styles from './settings.module.css'
import { useSaving } from './use-saving.ts'

const DIRECTIONS = [
  { value: 'up', label: 'More' },
  { value: 'down', label: 'Less' },
  { value: 'none', label: 'Neither' },
] as const

const AGGREGATES: readonly { readonly value: Aggregate; readonly label: string }[] = [
  { value: 'last', label: 'The last one of the day' },
  { value: 'sum', label: 'All of them added up' },
  { value: 'mean', label: 'Their mean' },
  { value: 'max', label: 'The highest' },
]

const read = (text: string) => {
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}
const show = (value: number) => String(value)

export interface MetricSheetProps {
  /** None: a new one. */
  readonly metric: Metric | undefined
  readonly onClose: () => void
}

/** Adds or changes a metric of the person's own. */
export function MetricSheet({ metric, onClose }: MetricSheetProps) {
  const id = useId()
  const metrics = useMetrics()
  const { save, problem } = useSaving()
  const [form, setForm] = useState<MetricForm>(metric === undefined ? BLANK_METRIC : formOfMetric(metric))
  const [problems, setProblems] = useState<MetricProblems>({})
  const others = metrics.filter((other) => other.id !== metric?.id)

  const set = (change: Partial<MetricForm>) => {
    setForm({ ...form, ...change })
    setProblems({})
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = problemsOfForm(form, others)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const label = `${form.name.trim()} ${metric === undefined ? 'added' : 'changed'}`
    const edits = [metricEdit(draftOfForm(form), metric?.id)]
    if (await save({ kind: 'edit', label, edits })) onClose()
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={metric === undefined ? 'A metric of your own' : `Change ${metric.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary">
            Save
          </Button>
        </>
      }
    >
      <form id={id} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <div className={styles['pair']}>
          <TextField
            label="Name"
            placeholder="Water"
            autoComplete="off"
            value={form.name}
            error={problems.name}
            onValue={(name) => set({ name })}
          />
          <TextField
            label="Unit"
            placeholder="ml"
            autoComplete="off"
            value={form.unit}
            error={problems.unit}
            onValue={(unit) => set({ unit })}
          />
        </div>
        <div className={styles['pair']}>
          <NumberField
            label="Lowest possible"
            value={form.min}
            error={problems.min}
            read={read}
            show={show}
            onValue={(min) => set({ min })}
          />
          <NumberField
            label="Highest possible"
            value={form.max}
            error={problems.max}
            read={read}
            show={show}
            onValue={(max) => set({ max })}
          />
        </div>
        <NumberField
          label="Smallest step"
          hint="1 for whole numbers, 0.1 for tenths."
          value={form.step}
          error={problems.step}
          read={read}
          show={show}
          onValue={(step) => set({ step })}
        />
        <Segmented
          label="What is better?"
          showLabel
          options={DIRECTIONS}
          value={form.direction}
          onValue={(direction) => set({ direction })}
        />
        <SelectField
          label="Several readings in a day count as"
          value={form.aggregate}
          options={AGGREGATES}
          onValue={(aggregate) => set({ aggregate })}
        />
        {metric !== undefined && (
          <p className={styles['soft']}>
            Stored values keep their numbers. Those below the lowest or above the highest are not shown while they are
            outside.
          </p>
        )}
      </form>
    </Sheet>
  )
}
