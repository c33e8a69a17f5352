import type { Metric } from '../../shared/metric/metric.ts'
import { fromDisplay, showValue, toDisplay, type UnitPreference } from '../../shared/metric/unit.ts'
import { axisText, differenceText, valueText } from '../../shared/metric/value-text.ts'
import { type Hue, metricHue } from './hue.ts'

/** How a person reads the values of a metric, which are all in its stored unit. */
export interface MetricLens {
  readonly metric: Metric
  readonly hue: Hue
  /** `7 h 24`, `8 214 steps`. */
  readonly say: (value: number) => string
  /** The figure and unit without the name of what is counted: `8 214`. */
  readonly show: (value: number) => string
  /** `+11 min`, `−0.4 kg`, `+1 200 steps`. */
  readonly difference: (value: number) => string
  /** In the unit that drawings use, and a figure of their axis. */
  readonly toDrawn: (value: number) => number
  readonly fromDrawn: (drawn: number) => number
  readonly axis: (drawn: number) => string
}

export type LensOf = (metricId: string) => MetricLens | undefined

/** Undefined for what is not, or no longer, among the metrics. */
export function lensesOf(metrics: readonly Metric[], units: UnitPreference): LensOf {
  const lenses = new Map<string, MetricLens>(metrics.map((metric) => [metric.id, lens(metric, units)]))
  return (metricId) => lenses.get(metricId)
}

function lens(metric: Metric, units: UnitPreference): MetricLens {
  return {
    metric,
    hue: metricHue(metric.id),
    say: (value) => valueText(metric, value, units),
    show: (value) => showValue(metric, value, units).text,
    difference: (value) => differenceText(metric, value, units),
    toDrawn: (value) => toDisplay(metric, value, units),
    fromDrawn: (drawn) => fromDisplay(metric, drawn, units),
    axis: (drawn) => axisText(metric, drawn),
  }
}
