import type { AssociationFinding, Finding, TrendFinding, WeekdayFinding } from '../analysis.ts'
import { period } from './dates.ts'
import { dayCount, differing, halfWidth, rangeOf } from './differing.ts'
import { capitalised, type Sentence, say, together } from './sentence.ts'
import type { MetricTerms, TermsOf } from './terms.ts'

/** What was found, in one sentence with its size, range, days and period; it never says why. */
export function findingSentence(finding: Finding, termsOf: TermsOf): Sentence {
  const found = capitalised(foundIn(finding, termsOf))
  return finding.evidence === 'maybe' ? together(found, say`It may be chance: keep logging.`) : found
}

function foundIn(finding: Finding, termsOf: TermsOf): Sentence {
  switch (finding.kind) {
    case 'association':
      return association(finding, termsOf(finding.metricX), termsOf(finding.metricY))
    case 'weekday':
      return weekday(finding, termsOf(finding.metricY))
    case 'trend':
      return trend(finding, termsOf(finding.metricY))
  }
}

function association(finding: AssociationFinding, x: MetricTerms, y: MetricTerms): Sentence {
  const { effect, ci95, aspectY } = finding
  const size = differing(y, { value: effect, ci95, key: 'effect' }, aspectY)
  const basis = basisOf(finding, y, 'weekday and slow drift taken out')
  return say`a day with ${condition(finding, x)} goes with ${size} ${later(finding.lag)} (${basis}).`
}

/** `sleep of 7 h 30 or more`, `8 000 steps or more`, `any running`. */
function condition({ threshold, aspectX }: AssociationFinding, x: MetricTerms): Sentence {
  if (aspectX === 'whether') return say`any ${x.name}`
  const least = { key: 'threshold', value: threshold, text: x.value(threshold) }
  const amount = x.isCounted ? say`${least} or more` : say`${x.name} of ${least} or more`
  return aspectX === 'amount' ? say`${amount}, of the days with any,` : amount
}

export function later(lag: number): Sentence {
  if (lag === 0) return say`on the same day`
  if (lag === 1) return say`on the next day`
  return say`${{ key: 'lag', value: lag, text: String(lag) }} days later`
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

function weekday(finding: WeekdayFinding, y: MetricTerms): Sentence {
  const { effect, ci95, aspectY } = finding
  const day = { key: 'weekday', value: finding.weekday, text: WEEKDAYS[finding.weekday - 1] ?? '' }
  const size = differing(y, { value: effect, ci95, key: 'effect' }, aspectY)
  const basis = basisOf(finding, y, 'slow drift taken out')
  return say`${day} go with ${size} than the mean of the week (${basis}).`
}

function trend(finding: TrendFinding, y: MetricTerms): Sentence {
  const { effect, ci95, aspectY, windowDays } = finding
  const days = { key: 'windowDays', value: windowDays, text: String(windowDays) }
  const text =
    aspectY === 'whether' ? `${Math.round(Math.abs(effect) * 100)} of 100 days` : y.size(effect, halfWidth(ci95))
  const size = { key: 'effect', value: effect, text }
  const where = aspectY === 'amount' ? ' on days with any' : ''
  const basis = basisOf(finding, y, 'weekdays taken out')
  return say`over the last ${days} days, ${y.name}${where} tended ${effect < 0 ? 'down' : 'up'} by about ${size} a week (${basis}).`
}

/** `95 % range 600 to 1 800 more; 85 days, 1 Aug to 23 Nov 2026; weekday and slow drift taken out`. */
function basisOf(finding: Finding, y: MetricTerms, adjusted: string): Sentence {
  const range = rangeOf(y, finding.ci95, finding.aspectY)
  return say`${range}; ${dayCount('n', finding.n)}, ${period(finding.from, finding.to)}; ${adjusted}`
}
