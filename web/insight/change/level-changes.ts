import type { Level, LevelChange, Refusal } from '../analysis.ts'
import { type DayGrid, dateOf } from '../series/day-grid.ts'
import type { DayNoise } from './day-noise.ts'
import { drawnIn } from './drawn-in.ts'
import { optimalPartition } from './optimal-partition.ts'
import type { SteadyDays } from './steady-days.ts'

/** Days it takes to look. */
export const LEAST_DAYS = 60
/** A level shorter than this is none. */
const LEAST_OF_A_LEVEL = 14
/** No date of a change is told as surer than to a week. */
const LEAST_WITHIN = 7
/**
 * The day of a step is known to 11 long-run variances over its square, in 95 of 100 cases (Bai 1997, Rev Econ Statist
 * 79:551). Of steps of 1 to 2 standard deviations with phi 0 to .6, 92 to 100 % lay within, and 62 to 100 % within a week.
 */
const WITHIN_VARIANCES = 11
/** Penalty of a change, in log(n) times the long-run variance of the noise. */
const PENALTY = 3
/**
 * By how much a step must fit better than a line to be called one, in the same measure. With none, 13 to 44 % of straight
 * lines of 2 and 3 standard deviations were called a step at least once (n 90 and 365, phi 0 to .6); with this 3 to 15 %.
 */
const STEP_MARGIN = 1
/** In standard deviations of a day: a smaller move is not told. */
const LEAST_DIFFERENCE = 0.5
/** In standard deviations of a day: how far from its surroundings a day counts. */
const FURTHEST = 4

/**
 * Where the level of a metric moved and stayed, oldest first, or why nothing is said.
 *
 * Weekdays are taken off, days far away drawn in, and the rest is cut into levels of 14 days or more by the penalised
 * sum of squares of `optimalPartition`, whose penalty is in long-run variances of the day's noise: an autocorrelated
 * series wanders, and the usual penalty calls that a change in most years.
 */
export function levelChanges(grid: DayGrid, { flat, noise }: SteadyDays): readonly LevelChange[] | Refusal {
  const { metric, n } = grid
  const refused = { looked: 'change', metricY: metric, n } as const
  if (n < LEAST_DAYS) return { ...refused, reason: 'too-few-days', needed: LEAST_DAYS }
  if (noise === undefined) return { ...refused, reason: 'no-variation' }

  const days = recordedDays(flat)
  const values = drawnIn(
    Float64Array.from(days, (day) => flat[day] as number),
    FURTHEST * noise.deviation,
  )
  const partition = optimalPartition(values, penaltyOf(noise, n), LEAST_OF_A_LEVEL)
  const cuts = withoutSmall(partition, values, LEAST_DIFFERENCE * noise.deviation)
  if (cuts.length === 0) return { ...refused, reason: 'nothing-seen', smallestEffect: smallestSeen(noise, n) }

  const ends = [0, ...cuts, n]
  return cuts.map((cut, i) => {
    const [from, until] = [ends[i] as number, ends[i + 2] as number]
    const level = (begin: number, end: number): Level => ({
      mean: meanOf(values, begin, end),
      n: end - begin,
      from: dateOf(grid, days[begin] as number),
      to: dateOf(grid, days[end - 1] as number),
    })
    const before = level(from, cut)
    const after = level(cut, until)
    const difference = after.mean - before.mean
    return {
      metric,
      date: after.from,
      // Between two records the level may have moved on any day.
      withinDays: Math.max(
        LEAST_WITHIN,
        (days[cut] as number) - (days[cut - 1] as number),
        Math.ceil((WITHIN_VARIANCES * noise.longRunVariance) / difference ** 2),
      ),
      shape:
        stepGain(values, days, from, cut, until) > STEP_MARGIN * Math.log(n) * noise.longRunVariance
          ? 'step'
          : 'gradual',
      before,
      after,
      difference,
      deviations: difference / noise.deviation,
    }
  })
}

const penaltyOf = ({ longRunVariance }: DayNoise, n: number) => PENALTY * Math.log(n) * longRunVariance

/** The step half-way that would have been seen in four of five cases, or the least that is told. */
function smallestSeen(noise: DayNoise, n: number): number {
  const error = Math.sqrt((4 * noise.longRunVariance) / n)
  const root = Math.sqrt(penaltyOf(noise, n) / noise.longRunVariance)
  return Math.max(LEAST_DIFFERENCE * noise.deviation, error * (root + 0.84))
}

/** The cuts without those whose levels differ too little, the smallest taken out first, as its levels become one. */
function withoutSmall(cuts: readonly number[], values: Float64Array, least: number): number[] {
  const ends = [0, ...cuts, values.length]
  for (;;) {
    const moves = ends
      .slice(1, -1)
      .map((cut, i) => Math.abs(meanOf(values, cut, ends[i + 2] as number) - meanOf(values, ends[i] as number, cut)))
    const smallest = Math.min(...moves)
    if (!(smallest < least)) return ends.slice(1, -1)
    ends.splice(moves.indexOf(smallest) + 1, 1)
  }
}

/** How much less of the days around a cut two levels leave unexplained than one straight line, which has as many terms. */
function stepGain(values: Float64Array, days: Int32Array, from: number, cut: number, until: number): number {
  return (
    squaresAboutLine(values, days, from, until) - squaresAbout(values, from, cut) - squaresAbout(values, cut, until)
  )
}

function squaresAbout(values: Float64Array, from: number, until: number): number {
  const mean = meanOf(values, from, until)
  let sum = 0
  for (let i = from; i < until; i++) sum += ((values[i] as number) - mean) ** 2
  return sum
}

function squaresAboutLine(values: Float64Array, days: Int32Array, from: number, until: number): number {
  const mean = meanOf(values, from, until)
  const middle = meanOf(days, from, until)
  let [time, both, square] = [0, 0, 0]
  for (let i = from; i < until; i++) {
    const t = (days[i] as number) - middle
    const value = (values[i] as number) - mean
    time += t * t
    both += t * value
    square += value * value
  }
  return square - (both * both) / time
}

function meanOf(values: Float64Array | Int32Array, from: number, until: number): number {
  let sum = 0
  for (let i = from; i < until; i++) sum += values[i] as number
  return sum / (until - from)
}

function recordedDays(values: Float64Array): Int32Array {
  const days: number[] = []
  values.forEach((value, day) => {
    if (!Number.isNaN(value)) days.push(day)
  })
  return Int32Array.from(days)
}
