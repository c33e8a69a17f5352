import type { DayValue, Origin } from '../../../shared/metric/day-value.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'

/** Where a value came from, for a person: `typed`, `mood journal`, `Google fit`. */
export function originText(origin: Origin): string {
  if (origin === 'typed') return 'typed'
  if (origin === 'journal') return 'mood journal'
  if (origin === 'sample') return 'sample data'
  const words = origin.replaceAll('-', ' ')
  return words.length <= 3 ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where a day's values came from, for the eye (`typed, CSV`) and in full (`typed: weight · CSV: steps, sleep`). */
export interface DayOrigins {
  readonly short: string
  readonly full: string
}

export function dayOrigins(metrics: readonly Metric[], values: ReadonlyMap<MetricId, DayValue>): DayOrigins {
  const names = new Map<Origin, string[]>()
  for (const metric of metrics) {
    const origin = values.get(metric.id)?.origin
    if (origin !== undefined) names.set(origin, [...(names.get(origin) ?? []), metric.name.toLowerCase()])
  }
  return {
    short: [...names.keys()].map(originText).join(', '),
    full: [...names].map(([origin, of]) => `${originText(origin)}: ${of.join(', ')}`).join(' · '),
  }
}

/**
 * What stands under the field of a metric: who says what. Undefined where nothing is recorded or
 * only the person's own value.
 */
export function sourcesHint(metric: Metric, value: DayValue | undefined, units: UnitPreference): string | undefined {
  const others = value?.candidates.filter(({ origin }) => origin !== 'typed') ?? []
  if (value === undefined || others.length === 0) return undefined
  const said = others.map((other) => `${originText(other.origin)} ${showValue(metric, other.value, units).text}`)
  if (value.origin === 'typed') return `Typed by you. Also recorded: ${said.join(', ')}.`
  return `From ${said.join('; also ')}.`
}
