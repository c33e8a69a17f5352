import type { Comparison } from '../analysis.ts'
import { period } from './dates.ts'
import { dayCount, differing, rangeOf } from './differing.ts'
import { capitalised, type Sentence, say } from './sentence.ts'
import type { TermsOf } from './terms.ts'

/** A period beside an earlier one; "about the same" is an answer. */
export function comparisonSentence(comparison: Comparison, termsOf: TermsOf): Sentence {
  const { metric, period: now, earlier, difference, ci95, verdict, against } = comparison
  const terms = termsOf(metric)
  const mean = { key: 'period.mean', value: now.mean, text: terms.amount(now.mean) }
  const before = { key: 'earlier.mean', value: earlier.mean, text: terms.amount(earlier.mean) }
  const than = against === 'year-ago' ? 'a year before' : 'in the period before'
  const days = say`${dayCount('period.n', now.n)}, ${period(now.from, now.to, ['period.from', 'period.to'])}, beside ${dayCount('earlier.n', earlier.n)}, ${period(earlier.from, earlier.to, ['earlier.from', 'earlier.to'])}`
  const basis = say`${rangeOf(terms, ci95)}; ${days}`
  if (verdict === 'about-the-same') {
    return capitalised(
      say`${terms.name} came to about the same as ${than}: ${mean} on average, then ${before} (${basis}).`,
    )
  }
  const size = differing(terms, { value: difference, ci95, key: 'difference' })
  return capitalised(say`${terms.name} came to ${mean} on average and ${before} ${than}: ${size} (${basis}).`)
}
