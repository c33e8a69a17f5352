import type uPlot from 'uplot'
import { calendarTicks } from './calendar-ticks.ts'
import { markDrawing } from './chart-marks.ts'
import { type ChartContent, daysOf, epochDays, isolatedPoints, withNulls } from './chart-series.ts'

/** What a drawing needs to know; `colour` resolves a CSS colour where the chart stands. */
export interface DrawingPlan {
  readonly content: ChartContent
  readonly normalised: boolean
  readonly width: number
  readonly height: number
  readonly colour: (css: string) => string
}

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const PX_PER_TICK = 68
// Above this many days a dot on every day would only thicken the line.
const DOTTED_DAYS = 45

/** uPlot's options and data for the plan: x in epoch days, y in stored values, never rescaled. */
export function drawing(plan: DrawingPlan): { options: uPlot.Options; data: uPlot.AlignedData } {
  const { content, normalised, width, height, colour } = plan
  const { start, series } = content
  const days = daysOf(series)
  const columns: (number | null)[][] = []
  const drawn: uPlot.Series[] = [{}]
  const shaded: uPlot.Band[] = []
  const scaleOf = (index: number) => (normalised ? `y${index}` : 'y')

  const add = (values: (number | null)[], line: uPlot.Series) => {
    columns.push(values)
    drawn.push(line)
  }

  const first = series[0]
  for (const band of first === undefined ? [] : content.bands) {
    const none: uPlot.Series = { scale: scaleOf(0), width: 0, points: { show: false } }
    const at = columns.length + 1
    add(withNulls(band.high, days), none)
    add(withNulls(band.low, days), none)
    shaded.push({ series: [at, at + 1], fill: colour(`color-mix(in oklab, var(${first?.hue}) 12%, transparent)`) })
  }

  series.forEach((one, index) => {
    const scale = scaleOf(index)
    const stroke = colour(`var(${one.hue})`)
    const points = withNulls(one.points, days)
    if (one.expected === true) {
      add(points, { scale, stroke, width: 2, dash: [6, 4], points: { show: false } })
    } else if (one.level === undefined) {
      const shown = days <= DOTTED_DAYS ? undefined : isolatedPoints(points)
      add(points, {
        scale,
        stroke,
        width: days > 730 ? 1.25 : 2,
        points: { show: true, size: 5, width: 0, fill: stroke, ...(shown && { filter: () => shown }) },
      })
    } else {
      const faint = colour(`color-mix(in oklab, var(${one.hue}) 38%, transparent)`)
      // The days of several metrics over each other would hide the lines; the tooltip reads them all the same.
      if (!normalised) {
        add(points, { scale, width: 0, paths: () => null, points: { show: true, size: 3.5, width: 0, fill: faint } })
      }
      add(withNulls(one.level, days), { scale, stroke, width: 2.5, points: { show: false } })
    }
  })

  const soft = colour('var(--soft)')
  const hairline = { stroke: colour('var(--line)'), width: 1 }
  const show = first?.axis ?? first?.show ?? String
  const options: uPlot.Options = {
    width,
    height,
    padding: [8, 24, 0, normalised ? 24 : 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: {
        size: 9,
        width: 2,
        stroke: (_, index) => cursorColour(drawn[index], colour),
        fill: colour('var(--card)'),
      },
    },
    scales: { x: { time: false, range: (_, low, high) => (low === high ? [low - 1, high + 1] : [low, high]) } },
    series: drawn,
    bands: shaded,
    hooks: content.marks.length === 0 ? {} : { draw: [markDrawing(content.marks, { font: FONT, colour })] },
    axes: [
      {
        stroke: soft,
        font: FONT,
        size: 28,
        grid: { show: false },
        ticks: { show: false },
        splits: (u, _, low, high) => ticksOf(u, low, high).map((tick) => tick.day),
        values: (u, splits) => {
          const texts = new Map(
            ticksOf(u, u.scales['x']?.min ?? 0, u.scales['x']?.max ?? 0).map((t) => [t.day, t.text]),
          )
          return splits.map((day) => texts.get(day) ?? '')
        },
      },
      {
        show: !normalised,
        scale: scaleOf(0),
        stroke: soft,
        font: FONT,
        gap: 6,
        space: 40,
        size: (_, values) => Math.max(24, ...(values ?? []).map((text) => text.length * 7)) + 8,
        grid: hairline,
        ticks: { show: false },
        values: (_, splits) => splits.map((value) => show(value)),
      },
    ],
  }
  return { options, data: [epochDays(start, days), ...columns] }
}

function ticksOf(u: uPlot, low: number, high: number) {
  // The whole width, because that of the plot is not known yet when the axis asks first.
  return calendarTicks(Math.ceil(low), Math.floor(high), Math.max(2, Math.floor(u.width / PX_PER_TICK)))
}

function cursorColour(series: uPlot.Series | undefined, colour: (css: string) => string): string {
  return typeof series?.stroke === 'string' ? series.stroke : colour('transparent')
}
