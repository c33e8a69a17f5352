/** Names a metric: a lower-case slug for the built-in ones, a UUID for a person's own. Never contains `@`. */
export type MetricId = string & { readonly __brand: 'MetricId' }

/** Names where imported values came from, such as `csv` or `google-fit`: lower case, digits and hyphens. */
export type SourceId = string & { readonly __brand: 'SourceId' }

/** How several readings of one day, from one source, become the day's value. */
export type Aggregate = 'sum' | 'mean' | 'last' | 'max'

/** Which way is good, where a way is: `none` has no better side (weight, calories). */
export type Direction = 'up' | 'down' | 'none'

/** Which display units apply. `plain` shows the metric's own unit as it is. */
export type Quantity = 'mass' | 'energy' | 'duration' | 'count' | 'rating' | 'plain'

export interface Metric {
  readonly id: MetricId
  readonly name: string
  /** The unit values are stored in: kg, h, kcal, g, or a person's own word. Empty for a count or a rating. */
  readonly unit: string
  readonly quantity: Quantity
  /** A stored value lies in [min, max], both included. */
  readonly min: number
  readonly max: number
  /** The smallest difference a person would type, in the stored unit. */
  readonly step: number
  readonly direction: Direction
  readonly aggregate: Aggregate
  readonly builtIn: boolean
}

/** Additive metrics grow during the day; across sources they are the same walking counted twice, so the largest wins. */
export function isAdditive(metric: Pick<Metric, 'aggregate'>): boolean {
  return metric.aggregate === 'sum'
}

/** Whether a stored value is possible for the metric. */
export function isWithinBounds(metric: Pick<Metric, 'min' | 'max'>, value: number): boolean {
  return Number.isFinite(value) && value >= metric.min && value <= metric.max
}

/**
 * A day's value from readings of one source, in the order they were taken. No readings: undefined.
 */
export function aggregateReadings(aggregate: Aggregate, readings: readonly number[]): number | undefined {
  const last = readings.at(-1)
  if (last === undefined) return undefined
  switch (aggregate) {
    case 'last':
      return last
    case 'max':
      return readings.reduce((a, b) => Math.max(a, b))
    case 'sum':
      return rounded(sum(readings))
    case 'mean':
      return rounded(sum(readings) / readings.length)
  }
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

// To the 10th decimal, so 0.1 + 0.2 is stored as the 0.3 that the file said, and the mean of equal readings is that reading.
const rounded = (value: number) => Math.round(value * 1e10) / 1e10
