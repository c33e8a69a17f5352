import { useState } from 'react'
import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import { Button } from './Button.tsx'
import styles from './Chart.module.css'
import { type ChartSeries, readingsAt, recordedDays } from './chart-series.ts'
import { dayText } from './date-text.ts'

interface Props {
  readonly label: string
  readonly start: CivilDate
  readonly series: readonly ChartSeries[]
  readonly openAtFirst: boolean
}

const PAGE = 30

/** The chart's values as a table, built when it is opened, newest first, thirty days at a time. */
export function ChartTable({ label, start, series, openAtFirst }: Props) {
  const [toggled, setToggled] = useState<boolean>()
  const open = toggled ?? openAtFirst
  return (
    <details className={styles['details']} open={open} onToggle={(event) => setToggled(event.currentTarget.open)}>
      <summary>Show as a table</summary>
      {open && <Rows label={label} start={start} series={series} />}
    </details>
  )
}

function Rows({ label, start, series }: Omit<Props, 'openAtFirst'>) {
  const [shown, setShown] = useState(PAGE)
  const days = recordedDays(series)
  if (days.length === 0) return <p className={styles['summary']}>No day has a value.</p>
  return (
    <>
      <table className={styles['table']}>
        <caption>{`${label}: ${days.length} ${days.length === 1 ? 'day' : 'days'} with values, newest first`}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {series.map((one) => (
              <th key={one.label} scope="col">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.slice(0, shown).map((index) => (
            <tr key={index}>
              <th scope="row">{dayText(addDays(start, index))}</th>
              {readingsAt(series, index).map((reading) => (
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
