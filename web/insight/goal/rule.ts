import type { Fields } from '../../../shared/document/document.ts'
import { isWithinBounds, type Metric } from '../../../shared/metric/metric.ts'

/** What a value must be, in the stored unit of its metric. Bounds are included. */
export type Rule =
  | { readonly kind: 'atLeast'; readonly low: number }
  | { readonly kind: 'atMost'; readonly high: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }

export type RuleKind = Rule['kind']

// What a mean of binary fractions may be off by: 7.7 hours are reached by nights of 7.7 hours.
const DUST = 1e-9

export function holds(rule: Rule, value: number): boolean {
  return !isUnder(rule, value) && !isOver(rule, value)
}

const isUnder = (rule: Rule, value: number): boolean => rule.kind !== 'atMost' && value < rule.low - DUST

export function isOver(rule: Rule, value: number): boolean {
  return rule.kind !== 'atLeast' && value > rule.high + DUST
}

/**
 * How much of a ring a value closes, 0 to 1: 1 exactly where the rule holds, and the less the further the value is from
 * where it would. Nothing recorded closes nothing, also where little is the goal.
 */
export function shareOf(rule: Rule, value: number | undefined): number {
  if (value === undefined) return 0
  if (holds(rule, value)) return 1
  // Under a bound that is not above zero there are only values below zero, of which no part can be told.
  if (isUnder(rule, value)) return rule.kind !== 'atMost' && rule.low > 0 ? partOf(value, rule.low) : 0
  return rule.kind !== 'atLeast' && rule.high > 0 ? partOf(rule.high, value) : 0
}

const partOf = (part: number, whole: number) => Math.min(1, Math.max(0, part / whole))

/** The rule that fields (of a document, or within one) hold, or undefined where a bound is missing or the wrong way round. */
export function ruleOf(fields: Fields): Rule | undefined {
  const { kind, low, high } = fields
  if (kind === 'atLeast' && isNumber(low)) return { kind, low }
  if (kind === 'atMost' && isNumber(high)) return { kind, high }
  if (kind === 'between' && isNumber(low) && isNumber(high) && low <= high) return { kind, low, high }
  return undefined
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

export const sameRule = (a: Rule, b: Rule): boolean =>
  a.kind === b.kind && lowOf(a) === lowOf(b) && highOf(a) === highOf(b)

export const lowOf = (rule: Rule): number | undefined => (rule.kind === 'atMost' ? undefined : rule.low)
export const highOf = (rule: Rule): number | undefined => (rule.kind === 'atLeast' ? undefined : rule.high)

/** What is wrong with a rule for a metric, by bound; empty where it can be kept. */
export function problemsOfRule(
  metric: Pick<Metric, 'min' | 'max'>,
  kind: RuleKind,
  low: number | undefined,
  high: number | undefined,
): { readonly low?: string; readonly high?: string } {
  const problem = (bound: number | undefined) =>
    bound === undefined ? 'Give a number.' : isWithinBounds(metric, bound) ? undefined : 'No day can have this.'
  const ofLow = kind === 'atMost' ? undefined : problem(low)
  const ofHigh = kind === 'atLeast' ? undefined : problem(high)
  if (ofLow !== undefined || ofHigh !== undefined)
    return { ...(ofLow === undefined ? {} : { low: ofLow }), ...(ofHigh === undefined ? {} : { high: ofHigh }) }
  // At least the least a day can have holds on every day with a value, which makes it no goal.
  if (kind === 'atLeast' && low === metric.min) return { low: 'Every day has at least this.' }
  if (kind === 'atMost' && high === metric.max) return { high: 'Every day has at most this.' }
  if (kind === 'between' && low !== undefined && high !== undefined && low > high)
    return { high: 'The upper end is below the lower one.' }
  return {}
}
