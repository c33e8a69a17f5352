import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import type { DayValue } from '../../../shared/metric/day-value.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readTyped, typedText } from '../../../shared/metric/typed-value.ts'
import { displayUnit, fromDisplay, showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { clearDayEdits, dayEdit, readDay } from '../../store/days.ts'
import { newId } from '../../store/identifiers.ts'
import { readMoods } from '../../store/moods.ts'
import { useCommit, useDatabase } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { dayText } from '../../ui/date-text.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { shortDate } from '../../ui/period-text.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './DaySheet.module.css'
import { sourcesHint } from './origin-text.ts'
import { useDayValues } from './use-day-values.ts'

interface Props {
  readonly date: CivilDate
  readonly metrics: readonly Metric[]
  readonly units: UnitPreference
  readonly onClose: () => void
}

/** One day: every value of it with where it came from, to mend or to delete. What is typed is saved as it is typed. */
export function DaySheet({ date, metrics, units, onClose }: Props) {
  const db = useDatabase()
  const commit = useCommit()
  const values = useDayValues(metrics, date)

  const deleteDay = async () => {
    const [day, moods] = await Promise.all([readDay(db, date), readMoods(db, date, date)])
    onClose()
    await commit({
      kind: 'delete',
      label: `${dayText(date)} deleted`,
      edits: clearDayEdits(
        day ?? { date, fields: {} },
        moods.map(({ id }) => id),
      ),
    })
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={dayText(date)}
      footer={
        <>
          <Button icon={<Trash2 aria-hidden="true" />} disabled={values?.size === 0} onClick={() => void deleteDay()}>
            Delete day
          </Button>
          <Link href={`/?day=${date}`} className={buttonClass('quiet')}>
            Open on Today
          </Link>
        </>
      }
    >
      {values === undefined ? (
        <Skeleton height={360} />
      ) : (
        <div className={styles['fields']}>
          {[...values.values()].some(({ origin }) => origin !== 'typed') && (
            <p className={styles['hint']}>Values in grey were not typed by you. What you type takes their place.</p>
          )}
          {metrics.map((metric) =>
            metric.id === MOOD.id ? (
              <MoodLine key={metric.id} value={values.get(metric.id)} units={units} />
            ) : (
              <ValueField key={metric.id} date={date} metric={metric} value={values.get(metric.id)} units={units} />
            ),
          )}
        </div>
      )}
    </Sheet>
  )
}

interface ValueFieldProps {
  readonly date: CivilDate
  readonly metric: Metric
  readonly value: DayValue | undefined
  readonly units: UnitPreference
}

function ValueField({ date, metric, value, units }: ValueFieldProps) {
  const commit = useCommit()
  // What is typed into one opening of the sheet is one change to undo.
  const [session] = useState(newId)
  const typed = value?.candidates.find(({ origin }) => origin === 'typed')?.value
  const save = (next: number | undefined) => {
    void commit({
      kind: 'edit',
      label: `${metric.name} on ${shortDate(date)} ${next === undefined ? 'cleared' : 'saved'}`,
      edits: [dayEdit(date, metric.id, next ?? null)],
      session,
    })
  }
  return (
    <NumberField
      label={metric.name}
      hint={sourcesHint(metric, value, units)}
      value={typed}
      onValue={save}
      read={(text) => readTyped(metric, text, units)}
      show={(stored) => typedText(metric, stored, units)}
      min={metric.min}
      max={metric.max}
      step={fromDisplay(metric, metric.step, units)}
      start={value?.value}
      unit={entryUnit(metric, units)}
      placeholder={value === undefined || value.origin === 'typed' ? undefined : typedText(metric, value.value, units)}
    />
  )
}

/** What stands behind the figures in the field: how they are written, where that is more than a unit. */
function entryUnit(metric: Metric, units: UnitPreference): string {
  if (metric.quantity === 'duration') return 'h:mm'
  return metric.quantity === 'mass' && units.mass === 'st' ? 'st lb' : displayUnit(metric, units)
}

/** A day's mood is what its journal says, so it is changed there. */
function MoodLine({ value, units }: { readonly value: DayValue | undefined; readonly units: UnitPreference }) {
  return (
    <p className={styles['mood']}>
      <b>{MOOD.name}</b>
      <span>{value === undefined ? 'not recorded' : `${showValue(MOOD, value.value, units).text} of 5`}</span>
      <Link href="/mood">Open the journal</Link>
    </p>
  )
}
