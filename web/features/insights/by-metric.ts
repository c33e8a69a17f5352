import type { Comparison } from '../../insight/analysis.ts'

/** The comparisons a metric at a time, the metrics in the order in which they come. */
export function byMetric(comparisons: readonly Comparison[]): ReadonlyMap<string, readonly Comparison[]> {
  return Map.groupBy(comparisons, ({ metric }) => metric)
}
