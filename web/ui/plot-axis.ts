/** One direction of a drawing, from `low` to `high`, and where it is labelled. */
export interface PlotAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/** An axis that holds all the values, a little wider than they are, labelled at round ones: at most `most`, at least two where there is room. */
export function plotAxis(values: Iterable<number>, most: number, show: (value: number) => string): PlotAxis {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!Number.isFinite(high - low)) return { low: 0, high: 1, ticks: [] }
  if (low === high) return { low: low - 1, high: high + 1, ticks: [{ at: low, text: show(low) }] }
  const margin = (high - low) * 0.04
  const step = roundStep((high - low) / Math.max(1, most))
  const ticks: { at: number; text: string }[] = []
  for (let index = Math.ceil(low / step); index * step <= high && ticks.length < most; index += 1) {
    // Twelve figures, so that three steps of 0.1 are 0.3.
    const at = Number((index * step).toPrecision(12))
    ticks.push({ at, text: show(at) })
  }
  return { low: low - margin, high: high + margin, ticks }
}

/** The smallest round number that is at least as large. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return power * (ROUND_STEPS.find((step) => step * power >= atLeast) ?? 10)
}

/** Where a value lies on the axis: 0 at its low end, 1 at its high one. */
export function placeOn({ low, high }: PlotAxis, value: number): number {
  return (value - low) / (high - low)
}
