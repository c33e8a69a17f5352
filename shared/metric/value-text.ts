import { isAdditive, type Metric } from './metric.ts'
import { KG_PER_LB, LB_PER_ST, showDifference, showValue, type UnitPreference } from './unit.ts'

/** A value as a sentence has it: `7 h 24`, `74.6 kg`, `8 214 steps`. */
export function valueText(metric: Metric, value: number, units: UnitPreference): string {
  const { text } = showValue(metric, value, units)
  return metric.quantity === 'count' && metric.unit === '' ? `${text} ${metric.name.toLowerCase()}` : text
}

/** A difference with its sign and unit: `+11 min`, `−0.4 kg`, `+1 200 steps`, `−1 h 05`; `0 min` where it shows as none. */
export function differenceText(metric: Metric, value: number, units: UnitPreference): string {
  if (metric.quantity === 'duration') {
    const minutes = Math.round(Math.abs(value) * 60)
    if (minutes === 0) return '0 min'
    if (minutes < 60) return `${value < 0 ? '−' : '+'}${minutes} min`
  }
  if (metric.quantity === 'mass' && units.mass === 'st' && Math.abs(value) < KG_PER_LB * LB_PER_ST) {
    return differenceText(metric, value, { ...units, mass: 'lb' })
  }
  const none = showValue(metric, 0, units).figure
  const isNone = showValue(metric, Math.abs(value), units).figure === none
  const { text } = isNone ? showValue(metric, 0, units) : showDifference(metric, value, units)
  return metric.quantity === 'count' && metric.unit === '' ? `${text} ${metric.name.toLowerCase()}` : text
}

/** What one day of the metric is: people sleep by the night. */
export function dayNoun(metric: Metric): 'night' | 'day' {
  return metric.id === 'sleep' ? 'night' : 'day'
}

/** What stands behind an average of days: `on average a night` for an amount of a day, `on average` for the rest. */
export function averageText(metric: Metric): string {
  return isAdditive(metric) ? `on average a ${dayNoun(metric)}` : 'on average'
}

/** `301 of 327 nights recorded`. */
export function coverageText(metric: Metric, recorded: number, days: number): string {
  return `${recorded} of ${days} ${dayNoun(metric)}${days === 1 ? '' : 's'} recorded`
}

/** A figure of an axis in the display unit, without the unit, which stands beside the drawing: `74.5`, `8 000`, `7:30`. */
export function axisText(metric: Metric, value: number): string {
  if (metric.quantity === 'duration') {
    const minutes = Math.round(value * 60)
    return minutes % 60 === 0
      ? `${minutes / 60} h`
      : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  }
  return String(Number(value.toFixed(4))).replace(/\B(?=(\d{3})+$)/g, Number.isInteger(value) ? '\u202f' : '')
}
