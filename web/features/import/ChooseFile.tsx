import { FileDown, FileUp } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './ChooseFile.module.css'
import { downloadText } from './download-text.ts'

/** The header OwnIt has always read, with a row to show what goes in it. */
const TEMPLATE = 'date,weight,steps,sleep,calories,protein\n2026-01-31,74.6,8214,7.7,2150,96\n'

export interface ChooseFileProps {
  readonly onFile: (file: File) => void
}

/** The first step: a file from the device, dropped or chosen. It is read here and goes nowhere. */
export function ChooseFile({ onFile }: ChooseFileProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <Card>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first. */}
      <div
        className={`${styles['drop']} ${over ? styles['over'] : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp aria-hidden="true" size={32} strokeWidth={1.6} className={styles['icon']} />
        <label htmlFor={id} className={styles['label']}>
          Choose a CSV file
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          className={styles['input']}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file can be chosen again after it was mended.
            event.target.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
        <p className={styles['hint']}>
          or drop it here. It is read on this device and sent nowhere, and nothing is kept before you have seen what it
          holds.
        </p>
      </div>
      <details className={styles['what']}>
        <summary>What can be read</summary>
        <p>
          Any table with a date and at least one of your metrics: a row a day with a column for each metric, or a row
          for each reading with its name and value. Daily exports of Google Fit, Fitbit, Withings, WHOOP, Oura, Garmin,
          Samsung Health, Apple Health export apps, Cronometer, MyFitnessPal and Daylio are recognised by themselves.
        </p>
        <p>
          <Button
            icon={<FileDown aria-hidden="true" size={18} />}
            onClick={() => downloadText('ownit-template.csv', TEMPLATE)}
          >
            Download a template
          </Button>
        </p>
      </details>
    </Card>
  )
}
