import type { Task } from './evaluate-tasks.ts'

/** Days to come, one entry a day; a classical method may have no bands. */
export interface Guess {
  readonly mean: ArrayLike<number>
  readonly bands?: { readonly lo80: ArrayLike<number>; readonly hi80: ArrayLike<number> } & {
    readonly lo95: ArrayLike<number>
    readonly hi95: ArrayLike<number>
  }
}

/** Days of an outcome and how many of them were in a band: of the first week, and after it. */
export interface Inside {
  readonly days: number
  readonly in80: number
  readonly in95: number
}

export interface TaskScore {
  /** Mean absolute error over the days recorded among the next 7, 14 and 30; NaN where none was. */
  readonly mae7: number
  readonly mae14: number
  readonly mae30: number
  readonly firstWeek?: Inside
  readonly later?: Inside
  /** Mean interval score of the 95 % band over 30 days (Gneiting and Raftery 2007 JASA 102:359). */
  readonly intervalScore95?: number
}

const WEEK = 7

/** How far a guess was from what came, over days with a value alone. */
export function scoreOf(guess: Guess, { outcome }: Task): TaskScore {
  const errorOver = (days: number) =>
    meanOf(outcome, days, (value, day) => Math.abs(value - (guess.mean[day] as number)))
  const errors = { mae7: errorOver(7), mae14: errorOver(14), mae30: errorOver(30) }
  const { bands } = guess
  if (bands === undefined) return errors
  const inside = (from: number, until: number): Inside => {
    const counted = { days: 0, in80: 0, in95: 0 }
    for (let day = from; day < Math.min(until, outcome.length); day++) {
      const value = outcome[day] as number
      if (Number.isNaN(value)) continue
      counted.days++
      if (value >= (bands.lo80[day] as number) && value <= (bands.hi80[day] as number)) counted.in80++
      if (value >= (bands.lo95[day] as number) && value <= (bands.hi95[day] as number)) counted.in95++
    }
    return counted
  }
  const miss = (value: number, day: number) => {
    const low = bands.lo95[day] as number
    const high = bands.hi95[day] as number
    return high - low + (2 / 0.05) * (Math.max(0, low - value) + Math.max(0, value - high))
  }
  return {
    ...errors,
    firstWeek: inside(0, WEEK),
    later: inside(WEEK, outcome.length),
    intervalScore95: meanOf(outcome, outcome.length, miss),
  }
}

/** The scale of a series: mean distance of a value from the one before it (Hyndman and Koehler 2006 IJF 22:679). */
export function scaleOf({ history }: Task): number {
  let before = Number.NaN
  let sum = 0
  let n = 0
  for (const value of history.values) {
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(before)) {
      sum += Math.abs(value - before)
      n++
    }
    before = value
  }
  return sum / n
}

function meanOf(outcome: Float64Array, days: number, of: (value: number, day: number) => number): number {
  let sum = 0
  let n = 0
  for (let day = 0; day < Math.min(days, outcome.length); day++) {
    const value = outcome[day] as number
    if (Number.isNaN(value)) continue
    sum += of(value, day)
    n++
  }
  return sum / n
}
