import { useState } from 'react'
import { Button } from '../Button.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { NumberField } from '../NumberField.tsx'
import { Sheet } from '../Sheet.tsx'
import { showToast } from '../toast.ts'
import styles from './Gallery.module.css'
import { readFigure } from './sample.ts'

export function DialogSection() {
  const [open, setOpen] = useState<'sheet' | 'confirm'>()
  const [weight, setWeight] = useState<number>()
  const close = () => setOpen(undefined)
  const save = (value: number | undefined) => {
    setWeight(value)
    showToast({
      key: 'weight',
      text: 'Weight on 23 Nov saved',
      action: { label: 'Undo', run: () => setWeight(undefined) },
    })
  }
  return (
    <section className={styles['section']}>
      <h2>Dialogs and toasts</h2>
      <div className={styles['row']}>
        <Button onClick={() => setOpen('sheet')}>Open a sheet</Button>
        <Button onClick={() => setOpen('confirm')}>Ask</Button>
        <Button onClick={() => save(75)}>Show a toast</Button>
        <Button onClick={() => showToast({ text: 'Not saved: the disk is full.', tone: 'danger' })}>
          Show trouble
        </Button>
      </div>
      <Sheet open={open === 'sheet'} onClose={close} title="Weight" footer={<Button onClick={close}>Done</Button>}>
        <NumberField
          label="Weight on Monday 23 November"
          value={weight}
          onValue={save}
          onDone={close}
          read={readFigure}
          show={String}
          min={20}
          max={300}
          step={0.1}
          start={74.6}
          unit="kg"
          large
          autoFocus
          hint="74.6 kg on Sunday"
        />
        <Button onClick={() => save(74.6)}>Same as yesterday</Button>
      </Sheet>
      <ConfirmDialog
        open={open === 'confirm'}
        title="Delete everything?"
        confirmLabel="Delete 412 days"
        onConfirm={close}
        onCancel={close}
      >
        <p>All days, moods and settings on this device go. This cannot be undone: make a backup first.</p>
      </ConfirmDialog>
    </section>
  )
}
