import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import styles from './Chart.module.css'
import { ChartTable } from './ChartTable.tsx'
import type { ChartBand, ChartContent, ChartMark, ChartSeries } from './chart-series.ts'
import { hueStyle } from './hue.ts'
import { Skeleton } from './Skeleton.tsx'

export interface ChartProps {
  /** What the chart is of: `Weight, last 90 days`. */
  readonly label: string
  /** What it shows, in one sentence. */
  readonly summary: string
  /** The day of every series' first value. */
  readonly start: CivilDate
  /** Up to four. Keep the same array from one drawing to the next (useMemo): a new one draws the chart anew. */
  readonly series: readonly ChartSeries[]
  /** Each series on a scale of its own, for comparing shapes; tooltip and table keep the real values. */
  readonly normalised?: boolean | undefined
  readonly bands?: readonly ChartBand[] | undefined
  readonly marks?: readonly ChartMark[] | undefined
  /** Pixels of the drawing, axes included. */
  readonly height?: number | undefined
  /** A day was chosen: pressed, or Enter on it. */
  readonly onPick?: ((date: CivilDate) => void) | undefined
  /** Stands under the summary. */
  readonly children?: ReactNode
}

export interface ChartCanvasProps {
  readonly label: string
  /** The same object until something else is to be drawn. */
  readonly content: ChartContent
  readonly normalised: boolean
  readonly height: number
  readonly onPick: ((date: CivilDate) => void) | undefined
  readonly onFail: () => void
}

const NONE: readonly never[] = []

type Canvas = ComponentType<ChartCanvasProps>
let loaded: Canvas | undefined

// Asked for along with this file, and not when the first chart is shown: whoever has the one wants the other.
const arriving = import('./chart-canvas.tsx').then(({ ChartCanvas }) => {
  loaded = ChartCanvas
  return ChartCanvas
})
// Where it fails, the chart that waits for it says so; where none does, nothing is missing.
void Promise.allSettled([arriving])

/**
 * Days as lines: a drawing, its sentence, and its table. The drawing library comes as a file of its own; where
 * it cannot run (no network yet, a browser without a language), the table opens in its place.
 */
export function Chart(props: ChartProps) {
  const { label, summary, start, series, normalised = false, height = 240, onPick, children } = props
  const { bands = NONE, marks = NONE } = props
  const content = useMemo(() => ({ start, series, bands, marks }), [start, series, bands, marks])
  const [Canvas, setCanvas] = useState<Canvas | undefined>(() => loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (loaded !== undefined) return
    let gone = false
    arriving.then(
      (canvas) => {
        if (!gone) setCanvas(() => canvas)
      },
      (reason: unknown) => {
        console.warn('The chart could not be drawn; its table is shown.', reason)
        if (!gone) setFailed(true)
      },
    )
    return () => {
      gone = true
    }
  }, [])

  return (
    <figure className={styles['chart']} aria-label={label}>
      {series.length > 1 && (
        <ul className={styles['legend']}>
          {series.map((one) => (
            <li key={one.label} style={hueStyle(one.hue)} data-expected={one.expected}>
              {one.label}
            </li>
          ))}
        </ul>
      )}
      {failed ? (
        <p className={styles['failed']}>This browser cannot draw the chart. Its values are in the table.</p>
      ) : (
        <div className={styles['plot']} style={{ blockSize: height }}>
          {Canvas === undefined ? (
            <Skeleton height={height} label="Drawing the chart" />
          ) : (
            <Canvas
              label={label}
              content={content}
              normalised={normalised}
              height={height}
              onPick={onPick}
              onFail={() => setFailed(true)}
            />
          )}
        </div>
      )}
      <figcaption className={styles['summary']}>
        {summary}
        {children}
      </figcaption>
      <ChartTable label={label} content={content} openAtFirst={failed} />
    </figure>
  )
}
