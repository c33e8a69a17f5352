import { useState } from 'react'
import { NumberField } from '../NumberField.tsx'
import { SelectField } from '../SelectField.tsx'
import { TextArea } from '../TextArea.tsx'
import { TextField } from '../TextField.tsx'
import styles from './Gallery.module.css'
import { readFigure } from './sample.ts'

const UNITS = [
  { value: 'kg', label: 'Kilograms' },
  { value: 'lb', label: 'Pounds' },
  { value: 'st', label: 'Stones and pounds' },
] as const

export function FieldSection() {
  const [weight, setWeight] = useState<number | undefined>(74.6)
  const [steps, setSteps] = useState<number>()
  const [unit, setUnit] = useState<(typeof UNITS)[number]['value']>('kg')
  const [text, setText] = useState('')
  return (
    <section className={styles['section']}>
      <h2>Fields</h2>
      <NumberField
        label="Weight"
        value={weight}
        onValue={setWeight}
        read={readFigure}
        show={String}
        min={20}
        max={300}
        step={0.1}
        unit="kg"
        large
        hint={`Kept: ${weight ?? 'nothing'}`}
      />
      <NumberField
        label="Steps"
        value={steps}
        onValue={setSteps}
        read={readFigure}
        show={String}
        min={0}
        max={100_000}
        start={8214}
        placeholder="8214 yesterday"
      />
      <NumberField
        label="Sleep"
        value={undefined}
        onValue={() => undefined}
        read={readFigure}
        show={String}
        unit="h"
        error="Not saved: the disk is full. Free some space and type it again."
      />
      <TextField label="Name" value={text} onValue={setText} hint="What you will call it." placeholder="Water" />
      <TextField label="From" type="date" value="2026-11-23" onValue={() => undefined} />
      <TextField label="Name" value="Weight" onValue={() => undefined} error="This name is taken." />
      <TextField label="Name" value="Weight" onValue={() => undefined} disabled />
      <SelectField label="Weight in" value={unit} options={UNITS} onValue={setUnit} />
      <TextArea label="Reflection" value={text} onValue={setText} />
    </section>
  )
}
