/** What tells the series of one metric apart. Values come from sets that we know, never from what a person sends. */
export type Labels = Readonly<Record<string, string>>

/** One line of a metric: the ending of its name, its labels, its value. */
export interface Sample {
  readonly ending: '' | '_bucket' | '_sum' | '_count'
  readonly labels: Labels
  readonly value: number
}

/** A named measure, in Prometheus' terms; its unit is in its name (`_seconds`, `_bytes`, `_total`). */
export interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  samples(): Iterable<Sample>
}

/** A metric of one series, whose value is asked for when it is read. */
export function readMetric(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  read: () => number,
  labels: Labels = {},
): Metric {
  return { name, help, type, samples: () => [{ ending: '', labels, value: read() }] }
}
