import type { Metric } from '../../shared/metric/metric.ts'
import { METRIC_ALIASES } from './header-aliases.ts'
import { headerName } from './header-name.ts'
import type { InputUnit } from './import-types.ts'
import { unitsOf } from './unit-conversion.ts'

/** The metric that a header (or a long file's metric name) means. */
export interface AliasMatch {
  readonly metric: Metric
  /** The unit the header names, if any. */
  readonly unit?: InputUnit
  /** 0 is the best name for the metric. */
  readonly rank: number
}

/** The metric a name means, or undefined. A unit that cannot measure the metric (`Protein (%)`) makes it another thing. */
export function metricOfName(header: string, metrics: readonly Metric[]): AliasMatch | undefined {
  const own = ownMetric(header, metrics)
  if (own !== undefined) return { metric: own, rank: 0 }
  const { name, unit, foreignUnit } = headerName(header)
  for (const aliases of METRIC_ALIASES) {
    const metric = metrics.find((known) => known.id === aliases.metric)
    if (metric === undefined) continue
    const rank = aliases.names.indexOf(name)
    const needsUnit = aliases.withUnit?.names.includes(name) === true
    if (rank < 0 && !(needsUnit && unit !== undefined && aliases.withUnit?.units.includes(unit) === true)) continue
    const best = Math.max(rank, 0)
    if (foreignUnit !== undefined && foreignUnit !== '') {
      if (!isOwnWord(metric, foreignUnit)) return undefined
      return { metric, rank: best }
    }
    const named = unit ?? unitNamed(name)
    if (named === undefined || !unitsOf(metric).includes(named)) {
      return unit === undefined ? { metric, rank: best } : undefined
    }
    return { metric, unit: named, rank: best }
  }
  return undefined
}

/** Header names such as `lbs` or `minutes asleep` hold their unit themselves. */
function unitNamed(name: string): InputUnit | undefined {
  if (/^(?:lbs?|pounds)$/.test(name)) return 'lb'
  if (/^(?:kg|kilograms)$/.test(name)) return 'kg'
  if (/\bminutes\b/.test(name)) return 'min'
  if (/\bhours\b/.test(name)) return 'h'
  return undefined
}

// "Step Count (steps)", "Weight (Garmin)" and "Mood (1 = awful)" do not contradict the metric; "Weight (%)" does.
function isOwnWord(metric: Metric, word: string): boolean {
  if (metric.quantity === 'rating') return !word.includes('%')
  if (metric.name.toLowerCase() === word) return true
  return /^[\p{L} ]{4,}$/u.test(word) && !/goal|target|percent|lean|change|fat/.test(word)
}

/** A metric of the person's own is known by its name alone, or its name and its unit. */
function ownMetric(header: string, metrics: readonly Metric[]): Metric | undefined {
  const { name } = headerName(header)
  const whole = header.trim().toLowerCase()
  return metrics.find(
    (metric) =>
      !metric.builtIn &&
      (metric.name.toLowerCase() === whole ||
        metric.name.toLowerCase() === name ||
        `${metric.name} (${metric.unit})`.toLowerCase() === whole),
  )
}
