import { addDays, addMonths, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Comparison } from '../../insight/analysis.ts'
import { compare } from '../../insight/comparison/compare.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { type Calendar, periodBefore, type Span, toDate } from '../language/spans.ts'
import { linkToComparison } from '../links.ts'
import { meanOf } from '../measures.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, sentences, sizeFigure, type Telling, tell, valueFigure } from '../telling.ts'
import type { Draft } from './draft.ts'
import { coverage, daysOf, metricName, notYet, placeOf, stretch } from './phrases.ts'

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
  if (question.metrics.length === 1) return { ...draft, parts: comparison(metric, period, against, book) }
  return { ...draft, parts: comparisons(metrics, period, against, book) }
}

function pairOf({ periods, text, calendar }: Question): readonly [Span, Span] {
  const [first, second] = periods
  const { today } = calendar
  if (first !== undefined && second !== undefined && isSame(first, second))
    return [first, periodBefore(first, calendar)]
  if (first !== undefined && second !== undefined)
    return first.from >= second.from || first.weekdays !== undefined ? [first, second] : [second, first]
  const isUsual = /\b(?:usual|usually|normal|normally|typical|typically|average)\b/.test(text)
  if (first !== undefined) {
    if (first.to < today && /\b(?:now|currently|these days|lately|recently)\b/.test(text))
      return [{ from: addDays(today, -USUAL_DAYS), to: addDays(today, -1), piece: 'days' }, first]
    const now = AGAINST_ONE.test(text) ? presentOf(first, calendar) : undefined
    if (now !== undefined) return [now, first]
    if (isUsual || first.piece === 'all') return [first, usualBefore(first)]
    if (/\byear\b/.test(text) && first.piece !== 'year' && /\b(?:ago|earlier|before|last year)\b/.test(text))
      return [first, { ...first, from: addMonths(first.from, -12), to: addMonths(first.to, -12) }]
    return [first, periodBefore(first, calendar)]
  }
  if (isUsual) {
    const week: Span = { from: addDays(today, -7), to: addDays(today, -1), piece: 'days' }
    return [week, usualBefore(week)]
  }
  const recent: Span = { from: addDays(today, -USUAL_DAYS), to: addDays(today, -1), piece: 'days' }
  return [recent, periodBefore(recent, calendar)]
}

/** `Is it more than last month?` asks of the present. */
const AGAINST_ONE =
  /\b(?:than|compared (?:to|with)|versus|vs|against|as) (?:i did |it was |i was |in |on |the |during )*(?:last|yesterday|previous|a (?:week|month|year)|\d+ \w+ ago)/

function presentOf({ piece: unit, to }: Span, calendar: Calendar): Span | undefined {
  const { today } = calendar
  if (to >= today) return undefined
  if (unit === 'day') return to === addDays(today, -1) ? { from: today, to: today, piece: 'day' } : undefined
  return unit === 'week' || unit === 'month' || unit === 'year' ? toDate(unit, calendar) : undefined
}

/** `The last 14 days vs the previous 14 days` names one length twice. */
const isSame = (a: Span, b: Span): boolean =>
  a.from === b.from && a.to === b.to && a.weekdays?.join('') === b.weekdays?.join('')

const usualBefore = ({ from }: Span): Span => ({
  from: addDays(from, -USUAL_DAYS),
  to: addDays(from, -1),
  piece: 'days',
})

/** One metric in both periods, their difference, and whether that is more than its days vary by. */
export function comparison(metric: Metric, period: AskedPeriod, against: AskedPeriod, book: Book): Telling {
  const side = (of: AskedPeriod): Telling => {
    const measured = book.measure(metric, of)
    if (measured.days.length === 0) return tell`nothing logged in ${stretch(metric, of, book)}`
    const mean = valueFigure(metric, meanOf(measured.days), book.facts.units, placeOf('mean', metric, of))
    return tell`${mean} (${stretch(metric, of, book)}; ${coverage(metric, of, measured)})`
  }
  const both = tell`${metricName(metric, true)}, on average: ${side(period)}, beside ${side(against)}`
  const than = difference(metric, period, against, book)
  if (than === undefined) return tell`${both}.`
  const judged = verdict(metric, period, against, book)
  const remark =
    judged === undefined
      ? undefined
      : judged === 'about-the-same'
        ? tell`That is no clear change: such days differ by as much anyway.`
        : tell`That is a clear change: more than such days differ by anyway.`
  return sentences(tell`${both}: ${than}.`, remark)
}

/** Several metrics in both periods: the days once, then a line for each. */
export function comparisons(
  metrics: readonly Metric[],
  period: AskedPeriod,
  against: AskedPeriod,
  book: Book,
  choose: (judged: Verdict | undefined) => boolean = () => true,
): Telling {
  const [some] = metrics
  if (some === undefined) return []
  const head = tell`On average, ${stretch(some, period, book)}, beside ${stretch(some, against, book)}:`
  const chosen = metrics.filter((metric) => choose(verdict(metric, period, against, book)))
  return chosen.length === 0 ? [] : lines(head, ...chosen.map((metric) => row(metric, period, against, book)))
}

/** `Sleep 7 h 17 (24 of 28 nights), before 7 h 24 (26 of 28 nights): 7 min less, no clear change.` */
function row(metric: Metric, period: AskedPeriod, against: AskedPeriod, book: Book): Telling {
  const side = (of: AskedPeriod): Telling => {
    const measured = book.measure(metric, of)
    if (measured.days.length === 0) return tell`nothing`
    const mean = valueFigure(metric, meanOf(measured.days), book.facts.units, placeOf('mean', metric, of))
    return tell`${mean} (${daysOf(metric, of, measured)})`
  }
  const both = tell`${metricName(metric, true)}: ${side(period)}, before ${side(against)}`
  const than = difference(metric, period, against, book)
  if (than === undefined) return tell`${both}.`
  const judged = verdict(metric, period, against, book)
  const remark = judged === undefined ? '' : judged === 'about-the-same' ? ', no clear change' : ', a clear change'
  return tell`${both}: ${than}${remark}.`
}

/** `7 min less`, `about the same`; undefined where one of the periods has no value. */
function difference(metric: Metric, period: AskedPeriod, against: AskedPeriod, book: Book): Telling | undefined {
  const [now, then] = [book.measure(metric, period).days, book.measure(metric, against).days]
  if (now.length === 0 || then.length === 0) return undefined
  const value = meanOf(now) - meanOf(then)
  const { figure } = placeOf('difference', metric, period)
  const { figure: from } = placeOf('mean', metric, against)
  const size = sizeFigure(metric, value, book.facts.units, {
    link: linkToComparison(period),
    figure: `${figure}-${from}`,
  })
  return /[1-9]/.test(size.text) ? tell`${size} ${value < 0 ? 'less' : 'more'}` : tell`about the same`
}

type Verdict = Comparison['verdict']

/** What the insights say of the same two periods, where they are of a kind that these can judge. */
function verdict(
  metric: Metric,
  period: AskedPeriod,
  against: AskedPeriod,
  { facts, seriesOf }: Book,
): Verdict | undefined {
  const series = seriesOf(metric.id)
  if (series === undefined || period.weekdays !== undefined || period.to >= facts.today) return undefined
  const length = daysBetween(period.from, period.to) + 1
  const isBefore = against.to === addDays(period.from, -1) && against.from === addDays(period.from, -length)
  if (length < 2 || !isBefore) return undefined
  const judged = compare(series, { from: period.from, to: period.to, against: 'period-before', today: facts.today })
  return 'reason' in judged ? undefined : judged.verdict
}
