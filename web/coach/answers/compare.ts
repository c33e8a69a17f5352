import { addDays, addMonths, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { compare } from '../../insight/comparison/compare.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { periodBefore, type Span } from '../language/spans.ts'
import { linkToComparison } from '../links.ts'
import { meanOf } from '../measures.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, sentences, sizeFigure, type Telling, tell, valueFigure } from '../telling.ts'
import type { Draft } from './draft.ts'
import { coverage, metricName, notYet, placeOf, stretch } from './phrases.ts'

/** Days that say what is usual. */
const USUAL_DAYS = 28

/** Two periods beside each other: the averages of their recorded days. */
export function answerCompare(question: Question, book: Book): Draft {
  const { facts } = book
  const [one, two] = pairOf(question)
  // The later one is what is asked about.
  const [period, against] = [askedPeriod(one, facts), askedPeriod(two, facts)]
  const metrics = question.metrics.length > 0 ? question.metrics : book.recorded
  const [metric] = metrics
  const draft = {
    period,
    against,
    statistic: 'mean',
    ...(question.metrics.length === 1 && metric !== undefined ? { metric: metric.id } : {}),
  } as const
  if (period.from > facts.today) return { ...draft, parts: notYet(period, book) }
  if (metric === undefined) return { ...draft, parts: tell`Nothing is logged yet that could be compared.` }
  return { ...draft, parts: lines(...metrics.map((each) => comparison(each, period, against, book))) }
}

function pairOf({ periods, text, calendar }: Question): readonly [Span, Span] {
  const [first, second] = periods
  const { today } = calendar
  if (first !== undefined && second !== undefined)
    return first.from >= second.from || first.weekdays !== undefined ? [first, second] : [second, first]
  const isUsual = /\b(?:usual|usually|normal|normally|typical|typically|average)\b/.test(text)
  if (first !== undefined) {
    if (isUsual || first.piece === 'all') return [first, usualBefore(first)]
    if (/\byear\b/.test(text) && first.piece !== 'year' && /\b(?:ago|earlier|before|last year)\b/.test(text))
      return [first, { ...first, from: addMonths(first.from, -12), to: addMonths(first.to, -12) }]
    return [first, periodBefore(first, calendar)]
  }
  if (isUsual) {
    const yesterday: Span = { from: addDays(today, -1), to: addDays(today, -1), piece: 'day' }
    return [yesterday, usualBefore(yesterday)]
  }
  const recent: Span = { from: addDays(today, -USUAL_DAYS), to: addDays(today, -1), piece: 'days' }
  return [recent, periodBefore(recent, calendar)]
}

const usualBefore = ({ from }: Span): Span => ({
  from: addDays(from, -USUAL_DAYS),
  to: addDays(from, -1),
  piece: 'days',
})

/** One metric in both periods, their difference, and whether that is more than its days vary by. */
export function comparison(metric: Metric, period: AskedPeriod, against: AskedPeriod, book: Book): Telling {
  const { units } = book.facts
  const [now, then] = [book.measure(metric, period), book.measure(metric, against)]
  const name = metricName(metric, true)
  const side = (of: AskedPeriod, measured: typeof now): Telling =>
    measured.days.length === 0
      ? tell`nothing logged in ${stretch(metric, of, book)}`
      : tell`${valueFigure(metric, meanOf(measured.days), units, placeOf('mean', metric, of))} (${stretch(metric, of, book)}; ${coverage(metric, of, measured)})`
  const both = tell`${name}, on average: ${side(period, now)}, beside ${side(against, then)}`
  if (now.days.length === 0 || then.days.length === 0) return tell`${both}.`
  const difference = meanOf(now.days) - meanOf(then.days)
  const place = { link: linkToComparison(period), figure: `difference:${metric.id}:${period.from}..${period.to}` }
  const size = sizeFigure(metric, difference, units, place)
  const than = difference === 0 ? tell`: the same` : tell`: ${size} ${difference < 0 ? 'less' : 'more'}`
  return sentences(tell`${both}${than}.`, verdict(metric, period, against, book))
}

/** What the insights say of the same two periods, where they are of a kind that these can judge. */
function verdict(
  metric: Metric,
  period: AskedPeriod,
  against: AskedPeriod,
  { facts, seriesOf }: Book,
): Telling | undefined {
  const series = seriesOf(metric.id)
  if (series === undefined || period.weekdays !== undefined || period.to >= facts.today) return undefined
  const length = daysBetween(period.from, period.to) + 1
  if (length < 2 || against.to !== addDays(period.from, -1) || against.from !== addDays(period.from, -length))
    return undefined
  const judged = compare(series, { from: period.from, to: period.to, against: 'period-before', today: facts.today })
  if ('reason' in judged) return undefined
  return judged.verdict === 'about-the-same'
    ? tell`That is within what such days differ by anyway.`
    : tell`That is more than such days differ by anyway.`
}
