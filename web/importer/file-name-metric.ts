import type { Metric } from '../../shared/metric/metric.ts'
import { metricOfName } from './metric-alias.ts'

/** The metric that a file's name ends with (`aggregates_steps.csv`, `my-weight 2026.csv`), or undefined. */
export function metricOfFileName(fileName: string, metrics: readonly Metric[]): Metric | undefined {
  const base = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const words = base.split(/[^\p{L}]+/u).filter((word) => word !== '')
  for (const length of [3, 2, 1]) {
    const match = metricOfName(words.slice(-length).join(' '), metrics)
    if (match !== undefined) return match.metric
  }
  // "steps-export.csv" begins with it; "weight_aggregates_calories.csv" is told by its end or not at all.
  const first =
    words.length === 2 && /^(?:export|data|log|history|daily|csv)$/i.test(words[1] ?? '') ? words[0] : undefined
  return first === undefined ? undefined : metricOfName(first, metrics)?.metric
}
