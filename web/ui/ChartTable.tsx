import { useState } from 'react'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { Button } from './Button.tsx'
import styles from './Chart.module.css'
import { type ChartContent, readingsAt, recordedDays } from './chart-series.ts'
import { dayText } from './date-text.ts'

interface Props {
  readonly label: string
  readonly content: ChartContent
  readonly openAtFirst: boolean
}

const PAGE = 30

/** The chart's values as a table, built when it is opened, newest first, thirty days at a time. */
export function ChartTable({ label, content, openAtFirst }: Props) {
  const [toggled, setToggled] = useState<boolean>()
  const open = toggled ?? openAtFirst
  return (
    <details className={styles['details']} open={open} onToggle={(event) => setToggled(event.currentTarget.open)}>
      <summary>Show as a table</summary>
      {open && <Rows label={label} content={content} />}
    </details>
  )
}

function Rows({ label, content }: Omit<Props, 'openAtFirst'>) {
  const [shown, setShown] = useState(PAGE)
  const days = recordedDays(content.series)
  if (days.length === 0) return <p className={styles['summary']}>No day has a value.</p>
  return (
    <>
      <table className={styles['table']}>
        <caption>{`${label}: ${days.length} ${days.length === 1 ? 'day' : 'days'} with values, newest first`}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {readingsAt(content, 0).map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.slice(0, shown).map((index) => (
            <tr key={index}>
              <th scope="row">{dayText(addDays(content.start, index))}</th>
              {readingsAt(content, index).map((reading) => (
                <td key={reading.label}>{reading.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {days.length > shown && (
        <Button tone="plain" onClick={() => setShown(shown + PAGE)}>
          {`Show ${Math.min(PAGE, days.length - shown)} more of ${days.length}`}
        </Button>
      )}
    </>
  )
}
