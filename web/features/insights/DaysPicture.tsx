import { useMemo } from 'react'
import { type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import { calendarTicks } from '../../ui/calendar-ticks.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { type PlotLine, PointPlot } from '../../ui/PointPlot.tsx'
import { plotAxis } from '../../ui/plot-axis.ts'
import { dayPoints } from './evidence.ts'

/** A line over days, at stored values. */
export interface DaysLine {
  readonly from: readonly [day: CivilDate, value: number]
  readonly to: readonly [day: CivilDate, value: number]
}

export interface DaysPictureProps {
  readonly label: string
  readonly series: DailySeries
  readonly lens: MetricLens
  readonly from: CivilDate
  readonly to: CivilDate
  readonly lines: readonly DaysLine[]
  /** A day to part the drawing at. */
  readonly mark?: CivilDate | undefined
}

const MOST_TICKS = 4

/** The person's own days from left to right, with the lines that are said of them. */
export function DaysPicture({ label, series, lens, from, to, lines, mark }: DaysPictureProps) {
  const { points, x, y } = useMemo(() => {
    const { x: days, y: values } = dayPoints(series, from, to)
    const first = toEpochDay(from)
    const last = Math.max(first + 1, toEpochDay(to))
    const drawn = { x: days, y: values.map(lens.toDrawn) }
    const ticks = calendarTicks(first, last, MOST_TICKS).map(({ day, text }) => ({ at: day, text }))
    return { points: drawn, x: { low: first, high: last, ticks }, y: plotAxis(drawn.y, 3, lens.axis) }
  }, [series, lens, from, to])
  const place = ([day, value]: DaysLine['from']) => [toEpochDay(day), lens.toDrawn(value)] as const
  const drawn: PlotLine[] = lines.map((line) => ({ from: place(line.from), to: place(line.to) }))
  if (mark !== undefined) {
    drawn.push({ from: [toEpochDay(mark), y.low], to: [toEpochDay(mark), y.high], look: 'mark' })
  }
  return <PointPlot label={label} hue={lens.hue} points={[{ ...points, tone: 'faint' }]} lines={drawn} x={x} y={y} />
}
