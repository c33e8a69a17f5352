import type { NextStep, Risk } from '../risk/risk.ts'
import { date, period } from './dates.ts'
import { dayCount, halfWidth } from './differing.ts'
import { capitalised, type Sentence, say, together } from './sentence.ts'
import type { MetricTerms, TermsOf } from './terms.ts'

/** What was found and what it is held against. "95 % sure" only where the interval says so; never a diagnosis. */
export function riskSentence(risk: Risk, termsOf: TermsOf): Sentence {
  const terms = risk.metric === undefined ? undefined : termsOf(risk.metric)
  const found = capitalised(foundIn(risk, terms))
  return risk.stale ? together(found, say`Nothing newer was recorded, so this is of ${date('to', risk.to)}.`) : found
}

function foundIn(risk: Risk, terms: MetricTerms | undefined): Sentence {
  const { measure, value, threshold, side } = risk
  const count = (key: string, of: number) => ({ key, value: of, text: String(of) })
  switch (measure) {
    case 'level':
      return terms === undefined ? NOTHING : level(risk, terms)
    case 'pace':
      return terms === undefined ? NOTHING : pace(risk, terms)
    case 'recorded-days':
      return say`${terms?.name ?? 'anything'} was recorded on ${count('value', value)} of the days ${period(risk.from, risk.to)}; half of them would be ${count('threshold', threshold)}.`
    case 'days-since':
      return say`the last value${terms === undefined ? '' : ` of ${terms.name}`} is of ${date('from', risk.from)}, ${dayCount('value', value)} ago.`
    case 'shift': {
      if (terms === undefined) return NOTHING
      const by = { key: 'value', value, text: terms.size(value) }
      return say`from ${date('from', risk.from)} to ${date('to', risk.to)} ${terms.name} stayed ${side} what the days before let expect, by about ${by} on average over ${dayCount('n', risk.n)}.`
    }
  }
}

const NOTHING: Sentence = { parts: [] }

function level(risk: Risk, terms: MetricTerms): Sentence {
  const value = { key: 'value', value: risk.value, text: terms.amount(risk.value) }
  const threshold = { key: 'threshold', value: risk.threshold, text: terms.value(risk.threshold) }
  const days = say`${dayCount('n', risk.n)}, ${period(risk.from, risk.to)}`
  const verdict =
    risk.certainty === 'sure'
      ? say`It is 95 % sure to be ${risk.side} ${threshold}.`
      : say`It is likely ${risk.side} ${threshold}, but not sure to be.`
  return together(say`${terms.name} came to ${value} a day on average (${range(risk, terms.amount)}${days}).`, verdict)
}

function pace(risk: Risk, terms: MetricTerms): Sentence {
  const error = risk.ci95 === undefined ? undefined : halfWidth(risk.ci95)
  const size = (of: number) => terms.size(of, error)
  const value = { key: 'value', value: risk.value, text: size(risk.value) }
  const threshold = { key: 'threshold', value: risk.threshold, text: size(risk.threshold) }
  const days = say`${dayCount('n', risk.n)}, ${period(risk.from, risk.to)}`
  const moved = risk.value < 0 ? 'went down' : 'went up'
  return together(
    say`${terms.name} ${moved} by about ${value} a week (${range(risk, size)}${days}).`,
    say`It is 95 % sure to be more than ${threshold} a week, which is 1 % of the level.`,
  )
}

/** `95 % range 5 h 58 to 6 h 26; `, from low to high, and of paces down from the smaller. */
function range({ ci95, measure }: Risk, text: (value: number) => string): Sentence {
  if (ci95 === undefined) return NOTHING
  const end = (index: 0 | 1) => ({ key: `ci95.${index}`, value: ci95[index], text: text(ci95[index]) })
  return measure === 'pace' && ci95[1] < 0
    ? say`95 % range ${end(1)} to ${end(0)}; `
    : say`95 % range ${end(0)} to ${end(1)}; `
}

const STEPS: Readonly<Record<NextStep, string>> = {
  'earlier-bedtime': 'Go to bed half an hour earlier this week and see what it does.',
  'talk-about-sleep': 'If it stays so for another two weeks, speak with a doctor about your sleep.',
  'reconnect-steps': 'Open the app or device that counts your steps and import what it has.',
  'short-walk': 'Add one walk of ten minutes to your day.',
  'record-daily': 'Record it at the same time of day for one week.',
  'complete-meals': 'If every meal was recorded, speak with a doctor or dietitian about how much you eat.',
  'protein-each-meal': 'Add one food that is rich in protein to one meal a day.',
  'talk-about-loss': 'If you did not set out to lose weight this fast, speak with a doctor.',
  'talk-about-gain': 'If you have no explanation for it, speak with a doctor.',
  'set-reminder': 'Pick one moment of the day for recording, and one thing to record.',
  'record-one-value': 'Record one value today.',
  'look-at-days': 'Look at those days in History and note what was different about them.',
}

/** The one thing to do next. */
export const nextStepText = (step: NextStep): string => STEPS[step]
