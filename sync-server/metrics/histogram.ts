import type { Labels, Metric, Sample } from './metric.ts'

/** How often a value fell below each of some bounds, and the sum of all values. */
export interface Histogram extends Metric {
  observe(labels: Labels, value: number): void
}

interface Series {
  readonly labels: Labels
  /** How many values fell between the bound before (exclusive) and this one; the last is for those above all bounds. */
  readonly within: number[]
  sum: number
}

/** A histogram with one series for each set of labels; `bounds` ascend, and a value on a bound counts as within it. */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Series>()
  return {
    name,
    help,
    type: 'histogram',
    observe(labels, value) {
      const key = JSON.stringify(labels)
      const series = all.get(key) ?? { labels, within: new Array<number>(bounds.length + 1).fill(0), sum: 0 }
      all.set(key, series)
      const fits = bounds.findIndex((bound) => value <= bound)
      const index = fits === -1 ? bounds.length : fits
      series.within[index] = (series.within[index] ?? 0) + 1
      series.sum += value
    },
    *samples() {
      for (const series of all.values()) yield* samplesOf(series, bounds)
    },
  }
}

/** Prometheus wants each bucket to hold all below it too, and the last one everything. */
function* samplesOf({ labels, within, sum }: Series, bounds: readonly number[]): Iterable<Sample> {
  let below = 0
  for (const [index, inBucket] of within.entries()) {
    below += inBucket
    yield { ending: '_bucket', labels: { ...labels, le: String(bounds[index] ?? '+Inf') }, value: below }
  }
  yield { ending: '_sum', labels, value: sum }
  yield { ending: '_count', labels, value: below }
}
