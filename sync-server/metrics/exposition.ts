import type { Labels, Metric } from './metric.ts'

/** The content type of `exposition`. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** The metrics in Prometheus' text format 0.0.4. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics.map(linesOf).join('')
}

function linesOf(metric: Metric): string {
  const { name, help, type } = metric
  let text = `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${type}\n`
  for (const { ending, labels, value } of metric.samples())
    text += `${name}${ending}${labelText(labels)} ${valueText(value)}\n`
  return text
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')
}

function valueText(value: number): string {
  return Number.isFinite(value) || Number.isNaN(value) ? String(value) : value > 0 ? '+Inf' : '-Inf'
}
