import { type DayGrid, weekdayIndex } from '../series/day-grid.ts'
import { type DayNoise, dayNoise } from './day-noise.ts'
import { withoutWeekdays } from './weekday-medians.ts'

/** Days of a metric as searches for moves of its level take them. */
export interface SteadyDays {
  /** One value a day, weekdays taken off, NaN: not recorded. */
  readonly flat: Float64Array
  /** How they vary about their level; undefined where they do not. */
  readonly noise: DayNoise | undefined
}

export function steadyDays({ first, values }: DayGrid): SteadyDays {
  const flat = withoutWeekdays(values, weekdayIndex(first))
  return { flat, noise: dayNoise(flat) }
}
