import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { addDays, type CivilDate, dayOf, monthOf } from '../../../shared/calendar/civil-date.ts'
import type { PauseDates } from '../../insight/day-marks.ts'
import { calendarOf } from '../../insight/streak-calendar.ts'
import { useProfile } from '../../store/react.tsx'
import { Card } from '../../ui/Card.tsx'
import { DayGrid } from '../../ui/DayGrid.tsx'
import { dayText, monthName } from '../../ui/date-text.ts'
import { type DayState, STATE_WORDS, type StateRun, stateRuns, statesWithin, summaryOfStates } from './day-states.ts'
import styles from './StreakCalendar.module.css'

export interface StreakCalendarProps {
  readonly today: CivilDate
  readonly logged: readonly CivilDate[]
  readonly pauses: readonly PauseDates[]
}

const DAYS = 90
const LEGEND: readonly DayState[] = ['logged', 'paused', 'missed', 'today']

/**
 * The last 90 days. A press on one opens it on Today. Days with an entry are joined to a band, a day without one is a ring,
 * a paused one a dashed ring: told apart without colour.
 */
export function StreakCalendar({ today, logged, pauses }: StreakCalendarProps) {
  const [, navigate] = useLocation()
  const { weekStart } = useProfile()
  const from = addDays(today, 1 - DAYS)
  const states = useMemo(
    () => statesWithin(calendarOf(logged, pauses, today, DAYS, weekStart), from, today),
    [from, today, logged, pauses, weekStart],
  )
  const stateOf = (date: CivilDate) => states.get(date) ?? 'before'
  const summary = summaryOfStates(states)
  return (
    <Card title={`The last ${DAYS} days`}>
      <p className={styles['summary']}>{summary}</p>
      <DayGrid
        label={`The last ${DAYS} days. ${summary}`}
        from={from}
        to={today}
        weekStart={weekStart}
        today={today}
        describe={(date) => `${dayText(date)}${date === today ? ', today' : ''}: ${STATE_WORDS[stateOf(date)]}`}
        onPick={(date) => navigate(`/?day=${date}`)}
      >
        {(date) => (
          <span
            className={styles['place']}
            data-logged={stateOf(date) === 'logged'}
            data-joined-before={stateOf(addDays(date, -1)) === 'logged'}
            data-joined-after={stateOf(addDays(date, 1)) === 'logged'}
            data-today={date === today}
          >
            {(date === from || dayOf(date) === 1) && (
              <span className={styles['month']}>{monthName(monthOf(date))}</span>
            )}
            <span className={styles['mark']} data-state={stateOf(date)}>
              {dayOf(date)}
            </span>
          </span>
        )}
      </DayGrid>
      <ul className={styles['legend']} aria-label="Legend">
        {LEGEND.map((state) => (
          <li key={state}>
            <span className={styles['swatch']} data-state={state} aria-hidden="true" />
            {state === 'today' ? 'today, still open' : STATE_WORDS[state]}
          </li>
        ))}
      </ul>
      <details className={styles['twin']}>
        <summary>The same as a list</summary>
        <ul>
          {stateRuns(states).map((run) => (
            <li key={run.from}>
              <span>{datesOf(run)}</span>
              <span>{wordsOf(run)}</span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

const datesOf = ({ from, until }: StateRun) => (from === until ? dayText(from) : `${dayText(from)} – ${dayText(until)}`)

function wordsOf({ state, days }: StateRun): string {
  const count = `${days} ${days === 1 ? 'day' : 'days'}`
  switch (state) {
    case 'logged':
      return `${count} with an entry`
    case 'paused':
      return `${count} paused`
    case 'missed':
      return `${count} without an entry`
    case 'before':
      return `${count} before your first entry`
    case 'today':
      return 'still open'
  }
}
