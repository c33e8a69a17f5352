import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type CivilDate, dayOf, type Weekday } from '../../shared/calendar/civil-date.ts'
import styles from './DayGrid.module.css'
import { weekdayName } from './date-text.ts'
import { dayAfterKey, heldTo, weeksOf } from './day-grid.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface DayGridProps {
  /** What the calendar shows: `Days with an entry, 26 August to 23 November`. */
  readonly label: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly weekStart: Weekday
  /** A day and its state in words, read out: `Monday 23 November: logged`. */
  readonly describe: (date: CivilDate) => string
  /** What is drawn in the day's place; its state must not lie in colour alone. By default the day of the month. */
  readonly children?: ((date: CivilDate) => ReactNode) | undefined
  readonly onPick: (date: CivilDate) => void
  readonly today?: CivilDate | undefined
  readonly selected?: CivilDate | undefined
  /** A key led out of the range: show the range that holds the day, and the focus follows. */
  readonly onLeave?: ((date: CivilDate) => void) | undefined
}

const COLUMNS = [0, 1, 2, 3, 4, 5, 6]

/** Days as a table of weeks. One stop for Tab; arrows, Home, End and Page keys move inside, Enter picks. */
export function DayGrid(props: DayGridProps) {
  const { label, from, to, weekStart, describe, children = dayOf, onPick, today, selected, onLeave } = props
  const table = useRef<HTMLTableElement>(null)
  const goal = useRef<CivilDate>(undefined)
  const [cursor, setCursor] = useState<CivilDate>()
  const stop = heldTo(cursor ?? selected ?? today ?? to, from, to)

  const focus = (date: CivilDate) => {
    const button = table.current?.querySelector(`[data-date="${date}"]`)
    if (button instanceof HTMLElement) button.focus()
  }

  useEffect(() => {
    const wanted = goal.current
    if (wanted === undefined || wanted < from || wanted > to) return
    goal.current = undefined
    focus(wanted)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = dayAfterKey(event.key, stop, weekStart)
    if (next === undefined) return
    event.preventDefault()
    if (next >= from && next <= to) focus(next)
    else if (onLeave !== undefined) {
      goal.current = next
      setCursor(next)
      onLeave(next)
    } else focus(heldTo(next, from, to))
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: calendars are grids of their days, and tables to read.
    <table ref={table} role="grid" aria-label={label} className={styles['grid']} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {weekdayName(((weekStart - 1 + column) % 7) + 1)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(from, to, weekStart).map(({ first, places }) => (
          <tr key={first}>
            {places.map(({ column, date }) =>
              date === undefined ? (
                <td key={column} />
              ) : (
                <td key={column}>
                  <button
                    type="button"
                    className={styles['day']}
                    data-date={date}
                    tabIndex={date === stop ? 0 : -1}
                    aria-pressed={selected === undefined ? undefined : date === selected}
                    aria-current={date === today ? 'date' : undefined}
                    onClick={() => onPick(date)}
                    onFocus={() => setCursor(date)}
                  >
                    <span aria-hidden="true" className={styles['face']}>
                      {children(date)}
                    </span>
                    <VisuallyHidden>{describe(date)}</VisuallyHidden>
                  </button>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
