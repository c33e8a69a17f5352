import type uPlot from 'uplot'
import { toEpochDay } from '../../shared/calendar/civil-date.ts'
import type { ChartMark } from './chart-series.ts'

interface MarkLook {
  /** Of the axes, in CSS pixels. */
  readonly font: string
  readonly colour: (css: string) => string
}

const GAP = 6
const LINE_HEIGHT = 15

/**
 * Draws a broken line across the plot on each mark's day, and its label beside it where there is room: the latest first, on one
 * of two lines, and none over another. Runs after the lines.
 */
export function markDrawing(marks: readonly ChartMark[], { font, colour }: MarkLook): (u: uPlot) => void {
  const edge = colour('var(--edge)')
  const soft = colour('var(--soft)')
  return (u) => {
    const { ctx, bbox } = u
    const scale = devicePixelRatio
    ctx.save()
    ctx.font = font.replace(/^\d+/, (size) => String(Number(size) * scale))
    ctx.textAlign = 'left'
    ctx.textBaseline = 'top'
    ctx.strokeStyle = edge
    ctx.fillStyle = soft
    ctx.lineWidth = scale
    ctx.setLineDash([3 * scale, 3 * scale])
    const right = bbox.left + bbox.width
    /** How far to the left each line of labels is free. */
    const free = [right, right]
    for (const { date, label } of marks.toSorted((a, b) => (a.date < b.date ? 1 : -1))) {
      const x = Math.round(u.valToPos(toEpochDay(date), 'x', true))
      if (x < bbox.left || x > right) continue
      ctx.beginPath()
      ctx.moveTo(x, bbox.top)
      ctx.lineTo(x, bbox.top + bbox.height)
      ctx.stroke()
      const width = ctx.measureText(label).width
      const starts = [x + GAP * scale, x - GAP * scale - width]
      const spots = starts.flatMap((start) => free.map((end, line) => ({ start, line, fits: start + width <= end })))
      const spot = spots.find(({ start, fits }) => fits && start >= bbox.left)
      if (spot === undefined) continue
      free[spot.line] = spot.start - GAP * scale
      ctx.fillText(label, spot.start, bbox.top + spot.line * LINE_HEIGHT * scale)
    }
    ctx.restore()
  }
}
