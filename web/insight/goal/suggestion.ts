import type { Metric } from '../../../shared/metric/metric.ts'
import { holds, type Rule } from './rule.ts'

/** A goal that a person's own days suggest. */
export interface Suggestion {
  readonly rule: Rule
  /** On how many of the recorded days it held, and of how many. */
  readonly held: number
  readonly recorded: number
}

export const SUGGESTION_DAYS = 28
const FEWEST = 14

/**
 * From the values of the last 28 days before today (undefined: not recorded): the median, which about half of the days
 * reach; where a metric has no better side, the middle half of its days, between the quartiles. Rounded to a figure that
 * can be remembered, so how often it held is counted after that. Undefined with fewer than 14 values, for what would hold
 * on every day or none, and for weight, where the middle of the last weeks is no goal.
 */
export function suggestGoal(metric: Metric, values: readonly (number | undefined)[]): Suggestion | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  if (sorted.length < FEWEST || metric.quantity === 'mass') return undefined
  const rule = ruleFrom(metric, (share) => rounded(metric, quantileOf(sorted, share)))
  const held = sorted.filter((value) => holds(rule, value)).length
  return held === 0 || held === sorted.length ? undefined : { rule, held, recorded: sorted.length }
}

function ruleFrom({ direction }: Metric, at: (share: number) => number): Rule {
  if (direction === 'up') return { kind: 'atLeast', low: at(0.5) }
  if (direction === 'down') return { kind: 'atMost', high: at(0.5) }
  return { kind: 'between', low: at(0.25), high: at(0.75) }
}

/** By linear interpolation between the two values around it (type 7 of Hyndman and Fan 1996). */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}

/** To about a twentieth of the value, and to what can be typed. */
function rounded({ step, min, max }: Metric, value: number): number {
  const wanted = Math.abs(value) / 20
  const coarse = [500, 250, 100, 50, 25, 10, 5, 1].find((unit) => unit <= wanted && unit >= step) ?? step
  return Math.min(max, Math.max(min, Number((Math.round(value / coarse) * coarse).toFixed(6))))
}
