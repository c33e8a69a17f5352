import { type Hue, hueStyle } from './hue.ts'
import { InTurn } from './InTurn.tsx'
import styles from './PointPlot.module.css'
import { type PlotAxis, placeOn } from './plot-axis.ts'

/** Points by their coordinates: as many of the one as of the other, none of them NaN. */
export interface PlotPoints {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Faint ones are what the strong ones stand against. */
  readonly tone: 'faint' | 'strong'
}

export interface PlotLine {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  /** `mark`: a broken hairline that parts the drawing. */
  readonly look?: 'mean' | 'mark' | undefined
}

export interface PointPlotProps {
  /** What it shows, in a sentence: nobody who cannot see it is told more than this. */
  readonly label: string
  readonly hue: Hue
  readonly points: readonly PlotPoints[]
  readonly lines?: readonly PlotLine[] | undefined
  readonly x: PlotAxis
  readonly y: PlotAxis
  /** Pixels of the drawing, labels apart. */
  readonly height?: number | undefined
}

const SIZE = 1000

/** Single days as dots, and lines through them: the evidence of a sentence. One path a group, however many points. */
export function PointPlot({ label, hue, points, lines = [], x, y, height = 140 }: PointPlotProps) {
  const left = (value: number) => Math.round(placeOn(x, value) * SIZE)
  const top = (value: number) => Math.round((1 - placeOn(y, value)) * SIZE)
  return (
    <div className={styles['plot']} style={hueStyle(hue)} role="img" aria-label={label}>
      <div className={styles['field']} style={{ blockSize: height }}>
        {y.ticks.map(({ at, text }) => (
          <span key={at} className={styles['y']} style={{ insetBlockStart: `${top(at) / 10}%` }}>
            {text}
          </span>
        ))}
        <InTurn place={null}>
          <Drawing points={points} lines={lines} left={left} top={top} />
        </InTurn>
      </div>
      <div className={styles['below']}>
        {x.ticks.map(({ at, text }) => (
          <span key={at} className={styles['x']} style={{ insetInlineStart: `${left(at) / 10}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}

interface DrawingProps extends Pick<PointPlotProps, 'points'> {
  readonly lines: readonly PlotLine[]
  readonly left: (value: number) => number
  readonly top: (value: number) => number
}

function Drawing({ points, lines, left, top }: DrawingProps) {
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
      {points.map((group) => (
        <path key={group.tone} className={styles[group.tone]} d={dots(group, left, top)} />
      ))}
      {lines.map(({ from, to, look = 'mean' }) => (
        <path
          key={`${from}-${to}`}
          className={styles[look]}
          d={`M${left(from[0])} ${top(from[1])}L${left(to[0])} ${top(to[1])}`}
        />
      ))}
    </svg>
  )
}

// A path of no length with round caps is a dot, which keeps its shape however the box is stretched.
function dots({ x, y }: PlotPoints, left: (value: number) => number, top: (value: number) => number): string {
  let path = ''
  for (let index = 0; index < x.length; index += 1) path += `M${left(x[index] ?? 0)} ${top(y[index] ?? 0)}h0`
  return path
}
