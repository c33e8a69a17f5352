import type { Anomaly, LevelChange, ShiftAlert } from '../analysis.ts'
import { date, period } from './dates.ts'
import { dayCount } from './differing.ts'
import { capitalised, type Sentence, say } from './sentence.ts'
import type { TermsOf } from './terms.ts'

/** A level that moved: from where to where, about when, and the days on either side. */
export function changeSentence(change: LevelChange, termsOf: TermsOf): Sentence {
  const { metric, shape, before, after, difference, withinDays } = change
  const terms = termsOf(metric)
  const from = { key: 'before.mean', value: before.mean, text: terms.amount(before.mean) }
  const to = { key: 'after.mean', value: after.mean, text: terms.amount(after.mean) }
  const size = { key: 'difference', value: difference, text: terms.size(difference) }
  const how = shape === 'step' ? 'moved' : 'moved little by little'
  const within = dayCount('withinDays', withinDays)
  const days = say`${dayCount('before.n', before.n)}, ${period(before.from, before.to, ['before.from', 'before.to'])}`
  const since = say`${dayCount('after.n', after.n)}, ${period(after.from, after.to, ['after.from', 'after.to'])}`
  return capitalised(
    say`${terms.name} ${how} from about ${from} to about ${to}, ${size} ${difference < 0 ? 'lower' : 'higher'}, around ${date('date', change.date)}, give or take ${within} (${days}; then ${since}; weekdays taken out).`,
  )
}

/** A day that stands out, and how far off a day has to be for that. */
export function anomalySentence(anomaly: Anomaly, termsOf: TermsOf): Sentence {
  const { metric, value, expected, limit } = anomaly
  const terms = termsOf(metric)
  const was = { key: 'value', value, text: terms.amount(value) }
  const usual = { key: 'expected', value: expected, text: terms.amount(expected) }
  const reach = { key: 'limit', value: limit, text: terms.size(limit) }
  const side = value < expected ? 'below' : 'above'
  return say`On ${date('date', anomaly.date)} ${terms.name} came to ${was}, far ${side} the ${usual} that the days before let expect; within ${reach} of it would have been usual.`
}

/** Days that kept to one side. */
export function alertSentence(alert: ShiftAlert, termsOf: TermsOf): Sentence {
  const { metric, direction, since, size, n } = alert
  const terms = termsOf(metric)
  const by = { key: 'size', value: size, text: terms.size(size) }
  const side = direction === 'up' ? 'above' : 'below'
  return say`From ${date('since', since)} to ${date('date', alert.date)} ${terms.name} stayed ${side} what the days before let expect, by about ${by} on average over ${dayCount('n', n)}.`
}
