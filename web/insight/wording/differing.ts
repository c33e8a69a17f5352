import type { Aspect } from '../analysis.ts'
import { type Figure, type Sentence, say } from './sentence.ts'
import type { MetricTerms } from './terms.ts'

/** A difference and its interval, with the keys they stand under. */
export interface Difference {
  readonly value: number
  readonly ci95: readonly [low: number, high: number]
  readonly key: string
}

/** `about 1 200 more steps`, `about 20 min less sleep`, `weight about 0.4 kg lower`. */
export function differing(terms: MetricTerms, { value, ci95, key }: Difference, aspect?: Aspect): Sentence {
  const figure = size(terms, key, value, halfWidth(ci95), aspect)
  if (aspect === 'whether') return say`${terms.name} on about ${figure} ${direction(terms, value, aspect)} of 100 days`
  const amount =
    terms.isCounted || terms.quantity === 'duration'
      ? say`about ${figure} ${direction(terms, value)} ${terms.name}`
      : say`${terms.name} about ${figure} ${direction(terms, value)}`
  return aspect === 'amount' ? say`${amount} where there is any` : amount
}

/** `95 % range 600 to 1 800 more`, `95 % range 100 fewer to 900 more`: from low to high. */
export function rangeOf(terms: MetricTerms, ci95: Difference['ci95'], aspect?: Aspect): Sentence {
  const [low, high] = ci95
  const end = (index: 0 | 1) => size(terms, `ci95.${index}`, ci95[index], halfWidth(ci95), aspect)
  if (low < 0 && high > 0)
    return say`95 % range ${end(0)} ${direction(terms, -1, aspect)} to ${end(1)} ${direction(terms, 1, aspect)}`
  // Without their sign the one nearer to zero is the smaller.
  return low < 0
    ? say`95 % range ${end(1)} to ${end(0)} ${direction(terms, -1, aspect)}`
    : say`95 % range ${end(0)} to ${end(1)} ${direction(terms, 1, aspect)}`
}

function size(terms: MetricTerms, key: string, value: number, error: number, aspect?: Aspect): Figure {
  const text = aspect === 'whether' ? String(Math.round(Math.abs(value) * 100)) : terms.size(value, error)
  return { key, value, text }
}

function direction({ quantity, isCounted }: MetricTerms, sign: number, aspect?: Aspect): string {
  if (isCounted || aspect === 'whether') return sign < 0 ? 'fewer' : 'more'
  if (quantity === 'duration') return sign < 0 ? 'less' : 'more'
  return sign < 0 ? 'lower' : 'higher'
}

export const halfWidth = ([low, high]: Difference['ci95']): number => (high - low) / 2

/** `1 day`, `85 days`. */
export function dayCount(key: string, n: number): Sentence {
  return say`${{ key, value: n, text: String(n) }} ${n === 1 ? 'day' : 'days'}`
}
