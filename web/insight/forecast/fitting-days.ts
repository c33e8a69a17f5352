import { drawInSpikes } from './spikes.ts'
import { WEEKDAYS, weekdayEffects } from './weekday-effects.ts'

/** The days a forecast is fitted to, and what was learnt of them before any model. */
export interface FittingDays {
  /** One a day, the last of them the day before the first that is forecast; NaN: not recorded. */
  readonly values: Float64Array
  /** Recorded values among them. */
  readonly n: number
  /** What a weekday adds, index 0 for the weekday of the first value. */
  readonly weekday: Float64Array
  /** The values less what their weekday adds, spikes drawn in. */
  readonly cleaned: Float64Array
  /** One more than days: the mean, before each day, of the cleaned values of the months before it. */
  readonly centre: Float64Array
}

/** Older days no longer change a forecast: with 365, 730 or all of ten years errors were the same to within 1 %. */
export const MOST_FITTING_DAYS = 730
const CENTRE_FADE = 0.5 ** (1 / 90)

/** `values` holds at least one number, and it is the first. */
export function fittingDays(values: Float64Array): FittingDays {
  const weekday = weekdayEffects(values)
  const cleaned = drawInSpikes(values.map((value, day) => value - (weekday[day % WEEKDAYS] as number)))
  const centre = new Float64Array(values.length + 1)
  let mean = cleaned[0] as number
  let weight = 0
  let n = 0
  for (let day = 0; day < values.length; day++) {
    centre[day] = mean
    const value = cleaned[day] as number
    weight *= CENTRE_FADE
    if (Number.isNaN(value)) continue
    weight++
    mean += (value - mean) / weight
    n++
  }
  centre[values.length] = mean
  return { values, n, weekday, cleaned, centre }
}

/** What the weekday of a day adds, the day counted from the first of the fitting days. */
export const weekdayAt = ({ weekday }: FittingDays, day: number): number => weekday[day % WEEKDAYS] as number
