import type { Refusal } from '../analysis.ts'
import { dayCount } from './differing.ts'
import { capitalised, type Sentence, say, together } from './sentence.ts'
import type { TermsOf } from './terms.ts'

/** What was looked for and is not said, and why: that nothing was seen, and how much would have been, is a result. */
export function refusalSentence(refusal: Refusal, termsOf: TermsOf): Sentence {
  const { reason, n } = refusal
  const what = lookedFor(refusal, termsOf)
  switch (reason) {
    case 'nothing-seen':
      return together(say`No ${what} seen in ${dayCount('n', n)}.`, smallest(refusal, termsOf))
    case 'too-small':
      return together(
        say`A ${what} was seen in ${dayCount('n', n)}, but too small to matter.`,
        smallest(refusal, termsOf),
      )
    case 'too-few-days':
      return together(say`Too few days for a ${what}: ${dayCount('n', n)} so far.`, needed(refusal))
    case 'no-variation':
      return say`No ${what} can be looked for: in ${dayCount('n', n)} the values hardly differ.`
    case 'stale':
      return say`No ${what} is told: too little of the last weeks was recorded (${dayCount('n', n)}).`
    case 'too-many-metrics':
      return capitalised(say`${what}: not looked for, as too many metrics would have to be compared at once.`)
  }
}

function lookedFor({ looked, metricX, metricY, aspectX, aspectY }: Refusal, termsOf: TermsOf): Sentence {
  const y = named(termsOf(metricY).name, aspectY)
  switch (looked) {
    case 'association':
      return metricX === undefined
        ? say`link with ${y}`
        : say`link between ${named(termsOf(metricX).name, aspectX)} and ${y}`
    case 'weekday':
      return say`difference between weekdays in ${y}`
    case 'trend':
      return say`trend of ${y}`
    case 'change':
      return say`change in the level of ${y}`
    case 'anomaly':
      return say`unusual day of ${y}`
    case 'forecast':
      return say`forecast of ${y}`
    case 'comparison':
      return say`comparison of ${y}`
  }
}

const named = (name: string, aspect: Refusal['aspectY']): string =>
  aspect === undefined ? name : aspect === 'whether' ? `any ${name}` : `how much ${name}`

function smallest({ smallestEffect, metricY, aspectY, looked }: Refusal, termsOf: TermsOf): Sentence | undefined {
  if (smallestEffect === undefined || !Number.isFinite(smallestEffect)) return undefined
  const terms = termsOf(metricY)
  const text =
    aspectY === 'whether' ? `${Math.round(Math.abs(smallestEffect) * 100)} of 100 days` : sizeOf(terms, smallestEffect)
  const size = { key: 'smallestEffect', value: smallestEffect, text }
  return looked === 'trend'
    ? say`One of about ${size} a week would have been seen in four of five cases.`
    : say`A difference of about ${size} would have been seen in four of five cases.`
}

function sizeOf(terms: ReturnType<TermsOf>, effect: number): string {
  // Two digits: it is an estimate of an estimate's reach.
  const size = terms.size(effect, Math.abs(effect) / 5)
  return terms.isCounted ? `${size} ${terms.name}` : size
}

function needed({ needed: days, n }: Refusal): Sentence | undefined {
  return days === undefined || days <= n ? undefined : say`It takes ${dayCount('needed', days)}.`
}
