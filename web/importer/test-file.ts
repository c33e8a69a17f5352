import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import { type Inspection, inspectCsv, type Layout, type ReadOptions, type ReadResult, readCsv } from './index.ts'

/** For tests: inspects a file given as text, which must be text. */
export function inspected(text: string, name = 'table.csv', metrics: readonly Metric[] = BUILT_IN_METRICS): Inspection {
  const result = inspectCsv(new TextEncoder().encode(text), name, metrics)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** For tests: reads a file given as text by the importer's own guess, or with what `change` makes of it. */
export async function readText(
  text: string,
  { name, change, ...options }: Partial<ReadOptions> & { name?: string; change?: (layout: Layout) => Layout } = {},
): Promise<ReadResult> {
  const metrics = options.metrics ?? BUILT_IN_METRICS
  const { layout, blocked } = inspected(text, name, metrics)
  if (blocked !== undefined && change === undefined) throw new Error(blocked)
  const result = await readCsv(new Blob([text]), change?.(layout) ?? layout, { ...options, metrics })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** For tests: the values as `date metric -> value`. */
export const valuesOf = ({ readings }: Pick<ReadResult, 'readings'>): Record<string, number> =>
  Object.fromEntries(readings.map(({ date, metric, value }) => [`${date} ${metric}`, value]))
