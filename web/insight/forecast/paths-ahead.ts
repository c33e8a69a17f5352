import { normalOf } from '../../../shared/random/seeded-random.ts'

import { type FittingDays, fittingDays, MOST_FITTING_DAYS, weekdayAt } from './fitting-days.ts'
import { chooseGuess } from './guess.ts'
import type { MetricNature } from './metric-nature.ts'
import { type PlausibleModel, plausibleModels } from './plausible-models.ts'

/** Days whose mean stands for where a person is: every weekday once. */
export const WEEK = 7

export interface PathOptions {
  /** Days between the last value and the first day of the paths. */
  readonly skipped: number
  readonly days: number
  readonly paths: number
  readonly nature: MetricNature
  /** What a plan of the person's adds each day, in the unit of the values; 0 for going on as before. */
  readonly planned: number
  readonly random: () => number
}

/**
 * Plausible courses of the days to come, each as the mean of every seven days up to and including a day (the first ones
 * with the last days that were recorded). Each path draws one of the models the days may have come from, by how plausible
 * it is, then the level it starts from, then its days by that model: so what is not known of the model is in the paths
 * too. `visit` is called once a path, with an array that is used again.
 */
export function simulatePaths(
  values: Float64Array,
  options: PathOptions,
  visit: (weekMeans: Float64Array) => void,
): void {
  const { skipped, days, paths, nature, planned, random } = options
  const late = values.subarray(-MOST_FITTING_DAYS)
  const known = fittingDays(late.subarray(late.findIndex((value) => !Number.isNaN(value))))
  const { returningShare } = chooseGuess(known, nature.returningPart)
  const { local, returning } = plausibleModels(known)
  const draw = modelDraw(local, returning, returningShare, random)
  const total = WEEK - 1 + skipped + days
  const path = new Float64Array(total)
  const weekMeans = new Float64Array(days)
  const recorded = lastWeek(known)
  for (let index = 0; index < paths; index++) {
    path.set(recorded)
    follow(draw(), known, planned, path, random)
    let sum = 0
    for (let day = 0; day < total; day++) {
      const value = Math.max(nature.least, Math.min(nature.most, path[day] as number))
      path[day] = value
      sum += value - (day >= WEEK ? (path[day - WEEK] as number) : 0)
      if (day >= WEEK - 1 + skipped) weekMeans[day - (WEEK - 1 + skipped)] = sum / WEEK
    }
    visit(weekMeans)
  }
}

/** Parameters that were fitted on the days, weekdays among them. */
const FITTED = 6

/** Fills a path behind the recorded days by one model. */
function follow(
  plausible: PlausibleModel,
  known: FittingDays,
  planned: number,
  path: Float64Array,
  random: () => number,
) {
  const { model, level: from, variance, noise } = plausible
  const { phi, move } = model
  const length = known.values.length
  const deviation = Math.sqrt((noise * known.n) / (known.n - FITTED))
  let mean =
    (known.centre[length] as number) + (phi === 1 ? 0 : deviation * meanError(plausible, known.n) * normalOf(random))
  let level = from + deviation * Math.sqrt(variance) * normalOf(random)
  const step = deviation * Math.sqrt(move)
  for (let ahead = 0; WEEK - 1 + ahead < path.length; ahead++) {
    mean += planned
    level += planned
    level = (phi === 1 ? level : mean + phi * (level - mean)) + step * normalOf(random)
    path[WEEK - 1 + ahead] = level + deviation * normalOf(random) + weekdayAt(known, length + ahead)
  }
}

/** Days that the fading mean of the last months is worth: (sum of weights)^2 / sum of squares, half of them after 90 days. */
const COUNTED_IN_MEAN = 260

/** Standard error of the mean of the last months, relative to a day's noise: n days count as fewer when they hang together. */
function meanError({ model: { phi, move } }: PlausibleModel, n: number): number {
  const longRun = move / (1 - phi) ** 2 + 1
  return Math.sqrt(longRun / Math.min(n, COUNTED_IN_MEAN))
}

function modelDraw(
  local: readonly PlausibleModel[],
  returning: readonly PlausibleModel[],
  returningShare: number,
  random: () => number,
): () => PlausibleModel {
  return () => {
    const kind = random() < returningShare ? returning : local
    let left = random()
    for (const plausible of kind) {
      left -= plausible.weight
      if (left <= 0) return plausible
    }
    // Weights sum to 1 but for rounding.
    return kind.at(-1) as PlausibleModel
  }
}

/** The last six days, spikes drawn in; where one was not recorded, the last value before it. */
function lastWeek(known: FittingDays): Float64Array {
  const { cleaned } = known
  const week = new Float64Array(WEEK - 1)
  const from = cleaned.length - (WEEK - 1)
  let last = cleaned.findLastIndex((value, day) => day < from && !Number.isNaN(value))
  for (let day = Math.max(0, from); day < cleaned.length; day++) {
    if (!Number.isNaN(cleaned[day])) last = day
    week[day - from] = last < 0 ? (known.centre[day] as number) : (cleaned[last] as number) + weekdayAt(known, last)
  }
  return week
}
