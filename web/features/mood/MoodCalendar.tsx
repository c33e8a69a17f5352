import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { addMonths, type CivilDate, dayOf } from '../../../shared/calendar/civil-date.ts'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import { readDayValues } from '../../store/day-values.ts'
import { type MoodEntry, readMoods } from '../../store/moods.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { DayGrid } from '../../ui/DayGrid.tsx'
import { dayText } from '../../ui/date-text.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './MoodCalendar.module.css'
import { MoodEntryList } from './MoodEntryList.tsx'
import { figure, firstOfMonth, lastOfMonth, meanText, monthSentence, monthTitle } from './month-summary.ts'
import { nearestRating } from './mood-scale.ts'

export interface MoodCalendarProps {
  readonly today: CivilDate
  readonly onLog: (date: CivilDate) => void
  readonly onEdit: (entry: MoodEntry) => void
  readonly onDelete: (entry: MoodEntry) => void
}

/** A month with each day's mean mood; a day opens what was written on it. */
export function MoodCalendar({ today, onLog, onEdit, onDelete }: MoodCalendarProps) {
  const db = useDatabase()
  const { weekStart, preferredSources } = useProfile()
  const [selected, setSelected] = useState(today)
  const from = firstOfMonth(selected)
  const to = lastOfMonth(selected)
  const { value, error } = useLive(async () => {
    const [days, entries] = await Promise.all([
      readDayValues(db, [MOOD], from, to, preferredSources),
      readMoods(db, from, to),
    ])
    const means = new Map<CivilDate, number>()
    for (const [date, values] of days) {
      const mood = values.get(MOOD.id)
      if (mood !== undefined) means.set(date, mood.value)
    }
    return { from, means, entries }
  }, [db, from, to, preferredSources])
  if (value === undefined && error !== undefined) throw error

  // The month before stays away while the next one is read: its figures under other dates would be wrong.
  const month = value?.from === from ? value : undefined
  const passed = to <= today ? dayOf(to) : from <= today ? dayOf(today) : 0
  const meanOf = (date: CivilDate) => month?.means.get(date)
  const describe = (date: CivilDate) => {
    const mean = meanOf(date)
    return `${dayText(date)}: ${mean === undefined ? 'nothing recorded' : meanText(mean)}`
  }
  const ofDay = (month?.entries ?? []).filter((entry) => entry.date === selected).reverse()
  const dayMean = meanOf(selected)
  const turn = (months: number) => {
    const first = addMonths(from, months)
    setSelected(firstOfMonth(today) === first ? today : first)
  }

  return (
    <div className={styles['calendar']}>
      <div className={styles['head']}>
        <IconButton label="Previous month" look="bare" onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <h3 aria-live="polite">{monthTitle(selected)}</h3>
        <IconButton label="Next month" look="bare" disabled={to >= today} onClick={() => turn(1)}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles['grid']}>
        <DayGrid
          label={`Mood in ${monthTitle(selected)}`}
          from={from}
          to={to}
          weekStart={weekStart}
          today={today}
          selected={selected}
          describe={describe}
          onPick={setSelected}
          onLeave={setSelected}
        >
          {(date) => {
            const mean = meanOf(date)
            return (
              <span
                className={styles['day']}
                data-rating={mean === undefined ? undefined : nearestRating(mean)}
                data-today={date === today}
              >
                {dayOf(date)}
                <span className={styles['mean']}>{mean === undefined ? '' : figure(mean)}</span>
              </span>
            )
          }}
        </DayGrid>
      </div>
      <p className={styles['sentence']}>
        {month === undefined ? ' ' : monthSentence(selected, [...month.means.values()], passed)}
      </p>
      <section className={styles['chosen']} aria-live="polite">
        <div className={styles['chosenHead']}>
          <p>
            {dayText(selected)}
            {dayMean !== undefined && <span className={styles['sentence']}> · {meanText(dayMean)}</span>}
          </p>
          {selected <= today && (
            <Button icon={<Plus aria-hidden="true" />} onClick={() => onLog(selected)}>
              Add
            </Button>
          )}
        </div>
        {month !== undefined && ofDay.length === 0 && (
          <p className={styles['sentence']}>
            {dayMean === undefined ? 'Nothing written on this day.' : 'This mood was imported; nothing was written.'}
          </p>
        )}
        <MoodEntryList entries={ofDay} hideDate onEdit={onEdit} onDelete={onDelete} />
      </section>
    </div>
  )
}
