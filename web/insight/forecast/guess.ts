import { median, observed } from '../numerics/order-statistics.ts'
import { type FittedModel, fitModels } from './fit-models.ts'
import { type FittingDays, weekdayAt } from './fitting-days.ts'

/** What the day `ahead` days after day `from` is expected to be, from the days up to `from`. */
export type Guess = (from: number, ahead: number) => number

export interface ChosenGuess {
  readonly guess: Guess
  /** 'blend': both models, weighed. 'last', 'usual': the last value and the median of the last nine, where values repeat. */
  readonly kind: 'blend' | 'last' | 'usual'
  /** How much of the blend is the returning model, 0 to 1. */
  readonly returningShare: number
  readonly local: FittedModel
  readonly returning: FittedModel
}

/** Steps ahead at which guesses are held against each other. */
const STEPS = [1, 7, 30]
/** Days over which they are. */
const JUDGED_DAYS = 365
const JUDGED_REPEATS = 120
/** Values that stand before the first guess that is judged. */
export const FIRST_VALUES = 8

/** How much more a model counts that was off by less. */
const SHARPNESS = 4
const MOST_PART = 1e6

/** Where a fifth of the values repeat the one before: typed as the same number, or of few steps. */
const REPEATING_SHARE = 0.2
const USUAL_OF = 9

/**
 * Fits the models to the days and chooses what guessed best a day, a week and a month ahead over the last year. `returningPart`: of the
 * returning model to one of the local level, where both were off by the same.
 */
export function chooseGuess(days: FittingDays, returningPart: number): ChosenGuess {
  const { local, returning } = fitModels(days)
  const localGuess: Guess = (from) => local.level[from] as number
  const { phi } = returning.model
  const powers = Float64Array.from({ length: MOST_AHEAD }, (_, ahead) => phi ** ahead)
  const returningGuess: Guess = (from, ahead) => {
    const mean = days.centre[from + 1] as number
    return mean + (powers[ahead] ?? phi ** ahead) * ((returning.level[from] as number) - mean)
  }
  const [localMiss = 0, returningMiss = 0] = missesOf(days, days.cleaned, JUDGED_DAYS, [localGuess, returningGuess])
  const ratio = returningMiss > 0 ? localMiss / returningMiss : localMiss > 0 ? MOST_PART : 1
  const part = Math.min(MOST_PART, returningPart * ratio ** SHARPNESS)
  const returningShare = part / (1 + part)
  const blend: Guess = (from, ahead) => {
    const stays = localGuess(from, ahead)
    return stays + returningShare * (returningGuess(from, ahead) - stays) + weekdayAt(days, from + ahead)
  }

  const chosen = { kind: 'blend' as const, guess: blend, returningShare, local, returning }
  if (repeatingShare(days.values) < REPEATING_SHARE) return chosen
  const { last, usual } = repeatsOf(days.values)
  const candidates = [
    { kind: 'last' as const, guess: (from: number) => last[from] as number },
    { kind: 'usual' as const, guess: (from: number) => usual[from] as number },
    chosen,
  ]
  const misses = missesOf(
    days,
    days.values,
    JUDGED_REPEATS,
    candidates.map(({ guess }) => guess),
  )
  const best = candidates[misses.indexOf(Math.min(...misses))] ?? chosen
  return { ...chosen, kind: best.kind, guess: best.guess }
}

const MOST_AHEAD = 64

/** Index of the day by which enough values stand for a guess. */
export function firstJudged({ values }: FittingDays): number {
  let n = 0
  for (let day = 0; day < values.length; day++) if (!Number.isNaN(values[day]) && ++n === FIRST_VALUES) return day
  return values.length
}

/** The summed distance of each guess from what came, over the last `span` days. */
function missesOf(days: FittingDays, came: Float64Array, span: number, guesses: readonly Guess[]): number[] {
  const first = firstJudged(days)
  const misses = guesses.map(() => 0)
  for (let day = Math.max(first + 1, came.length - span); day < came.length; day++) {
    const value = came[day] as number
    if (Number.isNaN(value)) continue
    for (const ahead of STEPS) {
      if (day - ahead < first) break
      for (const [index, guess] of guesses.entries())
        misses[index] = (misses[index] as number) + Math.abs(value - guess(day - ahead, ahead))
    }
  }
  return misses
}

function repeatingShare(values: Float64Array): number {
  const late = observed(values.subarray(-JUDGED_REPEATS))
  let repeats = 0
  for (let i = 1; i < late.length; i++) if (late[i] === late[i - 1]) repeats++
  return late.length < FIRST_VALUES ? 0 : repeats / (late.length - 1)
}

/** For each day the last value up to it, and the median of the last nine. */
function repeatsOf(values: Float64Array): { last: Float64Array; usual: Float64Array } {
  const last = new Float64Array(values.length)
  const usual = new Float64Array(values.length)
  const late: number[] = []
  for (let day = 0; day < values.length; day++) {
    const value = values[day] as number
    if (!Number.isNaN(value)) {
      late.push(value)
      if (late.length > USUAL_OF) late.shift()
      last[day] = value
      usual[day] = median(late)
    } else {
      last[day] = last[day - 1] as number
      usual[day] = usual[day - 1] as number
    }
  }
  return { last, usual }
}
