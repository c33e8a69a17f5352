import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import { addDays, type CivilDate, type Weekday } from '../../shared/calendar/civil-date.ts'
import { dayText, weekdayName } from './date-text.ts'
import styles from './HeatCalendar.module.css'
import { HeatLegend, type HeatLegendEntry } from './HeatLegend.tsx'
import { CELL, cellOf, dayAt, type HeatStrip, heatStrips, levelPaths } from './heat-layout.ts'
import { type HeatLevel, type HeatThresholds, heatLevel, quartiles } from './heat-levels.ts'
import { type Hue, hueStyle } from './hue.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface HeatCalendarProps {
  /** What it shows: `Sleep, 2026`. */
  readonly label: string
  /** What it says, in one sentence; drawn under it. */
  readonly summary: string
  readonly start: CivilDate
  /** One value a day; NaN where nothing is recorded. Keep the same array between drawings. */
  readonly values: Float64Array
  readonly hue: Hue
  readonly weekStart?: Weekday | undefined
  /** A recorded value in words. */
  readonly show: (value: number) => string
  /** Where levels 2, 3 and 4 begin; by default a quarter of the days on each. */
  readonly thresholds?: HeatThresholds | undefined
  /** What the levels mean, where "under" and "from" would not say it: `[{level: 4, text: 'logged'}]`. */
  readonly legend?: readonly HeatLegendEntry[] | undefined
  /** A day was pressed, or Enter was. */
  readonly onPick?: ((date: CivilDate) => void) | undefined
}

const LEVELS: readonly HeatLevel[] = [0, 1, 2, 3, 4]
const SHORT = 27

/**
 * Weeks by weekdays: one strip up to a year, a strip a year beyond. Ten years are a few dozen elements. A day's level
 * shows as size and as colour; the arrows move a cursor that says the day.
 */
export function HeatCalendar(props: HeatCalendarProps) {
  const { label, summary, start, values, hue, weekStart = 1, show, thresholds, legend, onPick } = props
  const [cursor, setCursor] = useState<number>()
  const [spoken, setSpoken] = useState('')
  const bounds = useMemo(() => thresholds ?? quartiles(values), [thresholds, values])
  const strips = useMemo(() => heatStrips(start, values.length, weekStart), [start, values.length, weekStart])

  const describe = (day: number) => {
    const value = values[day] ?? Number.NaN
    return `${dayText(addDays(start, day))}: ${Number.isNaN(value) ? 'nothing recorded' : show(value)}`
  }
  const move = (day: number) => {
    const held = Math.min(values.length - 1, Math.max(0, day))
    setCursor(held)
    setSpoken(describe(held))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = values.length - 1
    const at = cursor ?? last
    const goals: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 7,
      ArrowRight: at + 7,
      Home: 0,
      End: last,
    }
    const goal = goals[event.key]
    if (goal !== undefined) {
      event.preventDefault()
      move(cursor === undefined ? last : goal)
    } else if (event.key === 'Enter' && cursor !== undefined) onPick?.(addDays(start, cursor))
  }
  const press = (day: number) => {
    // A finger first reads a day, and picks it with a second tap; a mouse has read it by hovering.
    if (day === cursor) onPick?.(addDays(start, day))
    else setCursor(day)
  }

  const entries = legend ?? [
    { level: 0, text: 'nothing' },
    { level: 1, text: `under ${show(bounds[0])}` },
    { level: 2 },
    { level: 3 },
    { level: 4, text: `from ${show(bounds[2])}` },
  ]
  return (
    <div className={styles['calendar']} style={hueStyle(hue)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group is a drawing with a cursor. */}
      <div
        role="group"
        aria-roledescription="calendar"
        aria-label={`${label}. ${summary} Arrow keys read the days.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys above need the focus.
        tabIndex={0}
        className={styles['strips']}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(undefined)}
      >
        {strips.map((strip, index) => (
          <Strip
            key={strip.first}
            strip={strip}
            withMonths={index === 0 || strip.label === undefined}
            weekStart={weekStart}
            values={values}
            bounds={bounds}
            cursor={cursor}
            onHover={setCursor}
            onPress={press}
          />
        ))}
        <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
      </div>
      <HeatLegend entries={entries} />
      <p className={styles['words']} aria-hidden="true">
        <span className={cursor === undefined ? undefined : styles['away']}>{summary}</span>
        {cursor !== undefined && <span>{describe(cursor)}</span>}
      </p>
    </div>
  )
}

interface StripProps {
  readonly strip: HeatStrip
  readonly withMonths: boolean
  readonly weekStart: Weekday
  readonly values: Float64Array
  readonly bounds: HeatThresholds
  readonly cursor: number | undefined
  readonly onHover: (day: number | undefined) => void
  readonly onPress: (day: number) => void
}

function Strip({ strip, withMonths, weekStart, values, bounds, cursor, onHover, onPress }: StripProps) {
  const paths = useMemo(
    () => levelPaths(strip, (day) => heatLevel(values[day] ?? Number.NaN, bounds)),
    [strip, values, bounds],
  )
  const short = strip.columns <= SHORT
  const marked = cursor !== undefined && cursor >= strip.first && cursor < strip.first + strip.days
  const at = marked ? cellOf(strip, cursor) : undefined
  const dayUnder = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const column = ((event.clientX - box.left) / box.width) * strip.columns
    const row = ((event.clientY - box.top) / box.height) * 7
    return dayAt(strip, column, row)
  }
  const hover = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerType === 'mouse') onHover(dayUnder(event))
  }
  const press = (event: PointerEvent<SVGSVGElement>) => {
    const day = dayUnder(event)
    if (day !== undefined) onPress(day)
  }
  return (
    <div
      className={`${styles['strip']} ${short ? styles['short'] : ''}`}
      style={{ '--columns': strip.columns }}
      aria-hidden="true"
    >
      {strip.label !== undefined && <span className={styles['year']}>{strip.label}</span>}
      {withMonths && (
        <span className={styles['months']}>
          {strip.months.map((month) => (
            <span
              key={month.column}
              className={month.minor ? styles['minor'] : undefined}
              style={{ gridColumn: `${month.column + 1} / span 3` }}
            >
              {month.text}
            </span>
          ))}
        </span>
      )}
      {short && (
        <span className={styles['weekdays']}>
          {[0, 1, 2, 3, 4, 5, 6].map((row) => (
            <span key={row}>{weekdayName(((weekStart - 1 + row) % 7) + 1)}</span>
          ))}
        </span>
      )}
      <svg
        viewBox={`0 0 ${strip.columns * CELL} ${7 * CELL}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={hover}
        onPointerLeave={hover}
        onPointerUp={press}
      >
        {LEVELS.map((level) => paths[level] !== '' && <path key={level} d={paths[level]} data-level={level} />)}
        {at !== undefined && (
          <rect x={at.column * CELL} y={at.row * CELL} width={CELL} height={CELL} className={styles['cursor']} />
        )}
      </svg>
    </div>
  )
}
