import { CalendarDays, Check, ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { addDays, type CivilDate, dayOf, parseCivilDate, yearOf } from '../../../shared/calendar/civil-date.ts'
import { weekdayWord } from '../../../shared/calendar/date-words.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './DateBar.module.css'
import { dayAndMonth, spokenDay } from './day-text.ts'
import { EARLIEST_DAY, stripOf } from './selected-day.ts'

interface DateBarProps {
  readonly day: CivilDate
  readonly today: CivilDate
  /** Undefined while not known yet. */
  readonly isLogged: ((date: CivilDate) => boolean) | undefined
  readonly onDay: (day: CivilDate) => void
}

/** Which day this is, the days around it, and the ways to another. */
export function DateBar({ day, today, isLogged, onDay }: DateBarProps) {
  const year = yearOf(day) === yearOf(today) ? '' : ` · ${yearOf(day)}`
  const near = day === today ? ' · today' : day === addDays(today, -1) ? ' · yesterday' : ''
  return (
    <div className={styles['bar']}>
      <PageHeader
        eyebrow={`${weekdayWord(day)}${near}${year}`}
        title={dayAndMonth(day)}
        actions={
          <>
            {day !== today && (
              <button type="button" className={styles['today']} onClick={() => onDay(today)}>
                Today
              </button>
            )}
            <CalendarButton day={day} today={today} onDay={onDay} />
          </>
        }
      />
      <nav className={styles['strip']} aria-label="Days">
        <button
          type="button"
          className={styles['arrow']}
          aria-label="Previous day"
          title="Previous day"
          disabled={day <= EARLIEST_DAY}
          onClick={() => onDay(addDays(day, -1))}
        >
          <ChevronLeft aria-hidden="true" size={20} />
        </button>
        {stripOf(day, today).map((date) => {
          const logged = isLogged?.(date)
          const state = logged === undefined ? '' : logged ? ', logged' : ', nothing logged'
          return (
            <button
              key={date}
              type="button"
              className={styles['day']}
              aria-current={date === day ? 'date' : undefined}
              onClick={() => onDay(date)}
            >
              <span aria-hidden="true">{weekdayWord(date).slice(0, 2)}</span>
              <b aria-hidden="true">{dayOf(date)}</b>
              <VisuallyHidden>
                {`${weekdayWord(date)} ${dayAndMonth(date)}${date === today ? ', today' : ''}${state}`}
              </VisuallyHidden>
              <span className={`${styles['mark']} ${logged === true ? styles['logged'] : ''}`} aria-hidden="true">
                {logged === true && <Check size={10} strokeWidth={4} />}
              </span>
            </button>
          )
        })}
        <button
          type="button"
          className={styles['arrow']}
          aria-label="Next day"
          title={day === today ? 'Tomorrow can be logged tomorrow' : 'Next day'}
          disabled={day >= today}
          onClick={() => onDay(addDays(day, 1))}
        >
          <ChevronRight aria-hidden="true" size={20} />
        </button>
      </nav>
    </div>
  )
}

/** The browser's own calendar, opened by a button: it knows the person's language and week. */
function CalendarButton({ day, today, onDay }: Pick<DateBarProps, 'day' | 'today' | 'onDay'>) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={styles['calendar']}>
      <input
        ref={input}
        className={styles['picker']}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        min={EARLIEST_DAY}
        max={today}
        value={day}
        onChange={(event) => {
          const chosen = parseCivilDate(event.target.value)
          if (chosen !== undefined && chosen >= EARLIEST_DAY && chosen <= today) onDay(chosen)
        }}
      />
      <IconButton
        label={`Choose a day, now ${spokenDay(day, today)}`}
        onClick={() => {
          input.current?.showPicker()
        }}
      >
        <CalendarDays aria-hidden="true" />
      </IconButton>
    </span>
  )
}
