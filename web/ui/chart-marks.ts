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

/** Draws a broken line across the plot on each mark's day, with its label beside it where there is room. Runs after the lines. */
export function markDrawing(marks: readonly ChartMark[], { font, colour }: MarkLook): (u: uPlot) => void {
  const edge = colour('var(--edge)')
  const soft = colour('var(--soft)')
  return (u) => {
    const { ctx, bbox } = u
    const scale = devicePixelRatio
    ctx.save()
    ctx.font = font.replace(/^\d+/, (size) => String(Number(size) * scale))
    ctx.textBaseline = 'top'
    ctx.strokeStyle = edge
    ctx.fillStyle = soft
    ctx.lineWidth = scale
    ctx.setLineDash([3 * scale, 3 * scale])
    marks.forEach(({ date, label }, index) => {
      const x = Math.round(u.valToPos(toEpochDay(date), 'x', true))
      if (x < bbox.left || x > bbox.left + bbox.width) return
      ctx.beginPath()
      ctx.moveTo(x, bbox.top)
      ctx.lineTo(x, bbox.top + bbox.height)
      ctx.stroke()
      const room = bbox.left + bbox.width - x
      const isLeft = ctx.measureText(label).width + GAP * scale > room
      ctx.textAlign = isLeft ? 'right' : 'left'
      // Every second label a line lower, so that two close ones do not lie over each other.
      ctx.fillText(label, x + (isLeft ? -GAP : GAP) * scale, bbox.top + (index % 2) * LINE_HEIGHT * scale)
    })
    ctx.restore()
  }
}
