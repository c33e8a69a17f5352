import { errorBands } from './error-bands.ts'
import { fittingDays, MOST_FITTING_DAYS } from './fitting-days.ts'
import { type ChosenGuess, chooseGuess } from './guess.ts'
import type { MetricNature } from './metric-nature.ts'

/** Days to come, in the order of days. */
export interface DaysAhead {
  readonly mean: number[]
  readonly lo80: number[]
  readonly hi80: number[]
  readonly lo95: number[]
  readonly hi95: number[]
  readonly kind: ChosenGuess['kind']
}

/**
 * The `horizon` days that follow the values after `skipped` more days: one value a day, NaN where none was recorded, the
 * first and the last of them recorded. Looks no further back than two years.
 */
export function daysAhead(values: Float64Array, skipped: number, horizon: number, nature: MetricNature): DaysAhead {
  const late = values.subarray(-MOST_FITTING_DAYS)
  const days = fittingDays(late.subarray(late.findIndex((value) => !Number.isNaN(value))))
  const chosen = chooseGuess(days, nature.returningPart)
  const bands = errorBands(days, chosen, skipped + horizon)
  const guesses = Array.from({ length: horizon }, (_, index) =>
    chosen.guess(days.values.length - 1, skipped + index + 1),
  )
  const within = (value: number) => Math.max(nature.least, Math.min(nature.most, value))
  const shifted = (distances: Float64Array) =>
    guesses.map((guess, index) => within(guess + (distances[skipped + index] as number)))
  return {
    mean: guesses.map(within),
    lo80: shifted(bands.low80),
    hi80: shifted(bands.high80),
    lo95: shifted(bands.low95),
    hi95: shifted(bands.high95),
    kind: chosen.kind,
  }
}
