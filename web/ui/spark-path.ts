/** Two SVG paths: lines through days that follow each other, and dots for days that stand alone. */
export interface SparkPath {
  readonly line: string
  readonly dots: string
}

/**
 * Draws `values` (NaN = not recorded) into a box, evenly across, lowest at the bottom. A gap breaks the line. Equal values
 * lie in the middle. `pad` keeps the stroke inside the box.
 */
export function sparkPath(values: ArrayLike<number>, width: number, height: number, pad: number): SparkPath {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN
    if (value < low) low = value
    if (value > high) high = value
  }
  const stepX = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0
  const x = (index: number) => round(values.length > 1 ? pad + index * stepX : width / 2)
  const y = (value: number) =>
    round(high > low ? height - pad - ((value - low) / (high - low)) * (height - 2 * pad) : height / 2)

  let line = ''
  let dots = ''
  let run: string[] = []
  const close = () => {
    // A path of no length with round caps is a dot, which keeps its shape however the box is stretched.
    if (run.length === 1) dots += `M${run[0]}h0`
    else if (run.length > 1) line += `M${run.join('L')}`
    run = []
  }
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value)) close()
    else run.push(`${x(index)} ${y(value)}`)
  }
  close()
  return { line, dots }
}

const round = (value: number) => Math.round(value * 10) / 10
