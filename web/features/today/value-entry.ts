import type { Metric } from '../../../shared/metric/metric.ts'
import { displayUnit, fromDisplay, showValue, type UnitPreference } from '../../../shared/metric/unit.ts'

/** What a press on + or − adds, in the stored unit. Undefined: too many presses to be of use. */
export function pressStep(metric: Metric, units: UnitPreference): number | undefined {
  switch (metric.quantity) {
    case 'mass':
      return fromDisplay(metric, 0.1, units)
    case 'duration':
      return 0.25
    case 'energy':
      return fromDisplay(metric, units.energy === 'kJ' ? 200 : 50, units)
    case 'count':
      return 500
    case 'rating':
      return 1
    case 'plain':
      return metric.builtIn ? 5 : metric.step
  }
}

/** Where + and − begin on an empty day: a level begins at the last value, an amount that grows over the day at nothing. */
export function pressStart(metric: Metric, last: number | undefined): number | undefined {
  return metric.aggregate === 'sum' && metric.quantity !== 'duration' ? undefined : last
}

/** Says how to type the value and what is possible, where the unit beside the field does not. */
export function entryNote(metric: Metric, units: UnitPreference): string {
  const range = `${showValue(metric, metric.min, units).figure} to ${showValue(metric, metric.max, units).text}`
  switch (metric.quantity) {
    case 'mass':
      return units.mass === 'st' ? `Stones and pounds, such as 11 10.5. From ${range}.` : `From ${range}.`
    case 'duration':
      return metric.id === 'sleep'
        ? 'Asleep in the night that ended on this day: 7:30, or 7.5 hours.'
        : 'Hours and minutes: 7:30, or 7.5 hours.'
    case 'energy':
      return `Energy eaten over the day. From ${range}.`
    case 'count':
    case 'rating':
    case 'plain':
      return `From ${range}.`
  }
}

/** What stands behind the figures in the field. */
export function entryUnit(metric: Metric, units: UnitPreference): string {
  if (metric.quantity === 'duration') return 'h:mm'
  if (metric.quantity === 'mass' && units.mass === 'st') return 'st lb'
  return displayUnit(metric, units)
}
