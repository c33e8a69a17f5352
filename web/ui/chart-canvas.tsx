import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import uPlot from 'uplot'
import { addDays } from '../../shared/calendar/civil-date.ts'
import 'uplot/dist/uPlot.min.css'
import styles from './Chart.module.css'
import type { ChartCanvasProps } from './Chart.tsx'
import { drawing } from './chart-options.ts'
import { daysOf, readingsAt, spokenDay } from './chart-series.ts'
import { dayText } from './date-text.ts'
import { hueStyle } from './hue.ts'
import { useThemeTurn } from './use-theme-turn.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

interface Cursor {
  readonly index: number
  /** Pixels from the left of the whole drawing. */
  readonly left: number
}

/** The drawing itself and the cursor that reads it, by pointer, finger or keys. */
export function ChartCanvas(props: ChartCanvasProps) {
  const { label, content, normalised, height, onPick, onFail } = props
  const { start, series } = content
  const holder = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(undefined)
  const [cursor, setCursor] = useState<Cursor>()
  const [spoken, setSpoken] = useState('')
  const armed = useRef<number>(undefined)
  const theme = useThemeTurn()
  const fail = useEffectEvent(onFail)
  const days = daysOf(series)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of theme changes what the colours resolve to.
  useLayoutEffect(() => {
    const element = holder.current
    if (element === null) return
    const { options, data } = drawing({
      content,
      normalised,
      width: element.clientWidth,
      height,
      colour: (css) => resolveColour(element, css),
    })
    const follow = (u: uPlot) => {
      const { idx, left } = u.cursor
      if (idx == null || left == null || left < 0) setCursor(undefined)
      else setCursor({ index: idx, left: u.valToPos(u.data[0][idx] ?? 0, 'x') + u.over.offsetLeft })
    }
    try {
      plot.current = new uPlot({ ...options, hooks: { ...options.hooks, setCursor: [follow] } }, data, element)
    } catch (reason) {
      console.warn('The chart could not be drawn; its table is shown.', reason)
      fail()
      return
    }
    return () => {
      plot.current?.destroy()
      plot.current = undefined
      setCursor(undefined)
    }
  }, [content, normalised, height, theme])

  useEffect(() => {
    const element = holder.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const u = plot.current
      if (u !== undefined && element.clientWidth > 0 && u.width !== element.clientWidth) {
        u.setSize({ width: element.clientWidth, height: u.height })
      }
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const goTo = (index: number) => {
    const u = plot.current
    if (u === undefined || days === 0) return
    const held = Math.min(days - 1, Math.max(0, index))
    u.setCursor({ left: u.valToPos(u.data[0][held] ?? 0, 'x'), top: 0 })
    setSpoken(spokenDay(content, held))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = cursor?.index
    const goals: Record<string, number> = {
      ArrowLeft: at === undefined ? days - 1 : at - 1,
      ArrowRight: at === undefined ? 0 : at + 1,
      PageUp: (at ?? days) - 30,
      PageDown: (at ?? -1) + 30,
      Home: 0,
      End: days - 1,
    }
    const goal = goals[event.key]
    if (goal !== undefined) {
      event.preventDefault()
      goTo(goal)
    } else if (event.key === 'Enter' && at !== undefined) onPick?.(addDays(start, at))
    else if (event.key === 'Escape' && at !== undefined) plot.current?.setCursor({ left: -10, top: -10 })
  }

  const onPointerDown = (event: PointerEvent) => {
    armed.current = cursor?.index
    followTouch(event)
  }
  const followTouch = (event: PointerEvent) => {
    const u = plot.current
    if (u === undefined || event.pointerType === 'mouse') return
    const rect = u.over.getBoundingClientRect()
    u.setCursor({ left: event.clientX - rect.left, top: event.clientY - rect.top })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds form controls; this group is a drawing with a cursor.
    <div
      ref={holder}
      className={styles['canvas']}
      role="group"
      aria-roledescription="chart"
      aria-label={`${label}. Arrow keys read the days.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys above need the focus.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
      onPointerDown={onPointerDown}
      onPointerMove={followTouch}
      onClick={() => {
        // A finger first reads a day, and picks it with a second tap; a mouse has read it by hovering.
        if (cursor !== undefined && cursor.index === armed.current) onPick?.(addDays(start, cursor.index))
      }}
    >
      {cursor !== undefined && (
        <div className={styles['tooltip']} style={tooltipPlace(cursor, plot.current)} aria-hidden="true">
          <span className={styles['day']}>{dayText(addDays(start, cursor.index))}</span>
          {readingsAt(content, cursor.index).map(
            ({ label, hue, text }) =>
              text !== '' && (
                <span key={label} className={styles['reading']} style={hueStyle(hue)}>
                  {(series.length > 1 || content.bands.length > 1) && `${label} `}
                  <b>{text}</b>
                </span>
              ),
          )}
          {content.marks.map(
            (mark) => mark.date === addDays(start, cursor.index) && <span key={mark.label}>{mark.label}</span>,
          )}
        </div>
      )}
      <VisuallyHidden aria-live="polite">{spoken}</VisuallyHidden>
    </div>
  )
}

// On the side of the cursor that has more room, so it hides neither the point nor the edge.
function tooltipPlace(cursor: Cursor, u: uPlot | undefined) {
  const right = u !== undefined && cursor.left > u.width / 2
  return { translate: `calc(${cursor.left}px + ${right ? '-100% - 12px' : '12px'})` }
}

/** A canvas knows no variables and no light-dark(): the browser resolves the colour on an element, which then goes. */
function resolveColour(within: HTMLElement, css: string): string {
  const probe = document.createElement('span')
  probe.style.color = css
  within.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
