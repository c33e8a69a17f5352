import type { Metric } from '../../../shared/metric/metric.ts'
import type { UnitPreference } from '../../../shared/metric/unit.ts'
import { type TermsOf, termsOf } from '../../insight/wording/terms.ts'
import { type LensOf, lensesOf } from '../../ui/metric-lens.ts'

/** How a person names and reads metrics: what the sentences are written with, and what the drawings are labelled with. */
export interface Words {
  readonly termsOf: TermsOf
  readonly lensOf: LensOf
}

export const wordsOf = (metrics: readonly Metric[], units: UnitPreference): Words => ({
  termsOf: termsOf(metrics, units),
  lensOf: lensesOf(metrics, units),
})

/** A difference with its sign, rounded as the sentence beside it: to what half of its interval leaves meaning to. */
export function signedSize(words: Words, metric: string, [low, high]: readonly [number, number]) {
  const { size } = words.termsOf(metric)
  return (value: number): string => {
    const text = size(value, (high - low) / 2)
    return value === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
  }
}
