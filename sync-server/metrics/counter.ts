import type { Labels, Metric, Sample } from './metric.ts'

/** Counts events since the process started. */
export interface Counter extends Metric {
  add(labels: Labels, by?: number): void
}

/** A counter with one series for each set of labels. `series` are there from the start, so that a rate can be told from 0 on. */
export function createCounter(name: string, help: string, series: readonly Labels[] = []): Counter {
  const counted = new Map<string, { readonly labels: Labels; value: number }>()
  const add = (labels: Labels, by = 1) => {
    const key = JSON.stringify(labels)
    const known = counted.get(key)
    if (known === undefined) counted.set(key, { labels, value: by })
    else known.value += by
  }
  for (const labels of series) add(labels, 0)
  return { name, help, type: 'counter', add, samples: () => samplesOf(counted.values()) }
}

function* samplesOf(series: Iterable<{ readonly labels: Labels; readonly value: number }>): Iterable<Sample> {
  for (const { labels, value } of series) yield { ending: '', labels, value }
}
