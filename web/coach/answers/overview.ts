import { addDays } from '../../../shared/calendar/civil-date.ts'
import { isAdditive, type Metric } from '../../../shared/metric/metric.ts'
import { averageText } from '../../../shared/metric/value-text.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import type { Span } from '../language/spans.ts'
import { meanOf, sumOf } from '../measures.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, sentences, type Telling, tell, valueFigure } from '../telling.ts'
import { comparison, comparisons } from './compare.ts'
import type { Draft } from './draft.ts'
import { findingTelling, riskTelling } from './found.ts'
import { coverage, metricName, nothingLogged, notYet, placeOf, stretch } from './phrases.ts'
import { streakTelling } from './streak.ts'

/** What a level is said of: days that are over. */
const LEVEL_DAYS = 28

/** How things stand: levels beside the weeks before, the streak, and what is most worth attention. */
export function answerOverview(question: Question, book: Book): Draft {
  const { facts } = book
  const [span] = question.periods
  if (span !== undefined) return overPeriod(question, span, book)
  const period = askedPeriod(recentDays(book, 0), facts)
  const against = askedPeriod(recentDays(book, 1), facts)
  const [asked] = question.metrics
  if (asked !== undefined) {
    const metrics = question.metrics
    const trends =
      facts.analysis?.findings.filter(
        ({ kind, metricY }) => kind === 'trend' && metrics.some(({ id }) => id === metricY),
      ) ?? []
    return {
      parts: lines(
        ...metrics.map((metric) => level(metric, period, against, book)),
        ...trends.map((one) => findingTelling(one, book)),
      ),
      metric: asked.id,
      period,
      against,
      statistic: 'mean',
    }
  }
  const metrics = book.recorded.filter((metric) => book.measure(metric, period).days.length > 0)
  if (book.recorded.length === 0)
    return {
      parts: tell`Nothing is logged yet, so there is nothing to say. Log a value or import a file, and ask again.`,
    }
  const [risk] = book.risks()
  return {
    parts: lines(
      metrics.length === 0 ? tell`Nothing is logged in ${overWords(period, book)}.` : undefined,
      comparisons(metrics, period, against, book),
      streakTelling(book),
      risk === undefined ? undefined : sentences(tell`Worth attention:`, riskTelling(risk, book)),
    ),
    period,
    against,
    statistic: 'mean',
  }
}

function recentDays({ facts: { today } }: Book, before: number): Span {
  const to = addDays(today, -1 - before * LEVEL_DAYS)
  return { from: addDays(to, 1 - LEVEL_DAYS), to, piece: 'days' }
}

function level(metric: Metric, period: AskedPeriod, against: AskedPeriod, book: Book): Telling {
  const now = book.measure(metric, period)
  if (now.days.length === 0) {
    const isEver = book.recorded.includes(metric)
    return isEver
      ? tell`Nothing is logged for ${metricName(metric)} in ${stretch(metric, period, book)}.`
      : nothingLogged(metric)
  }
  if (book.measure(metric, against).days.length > 0) return comparison(metric, period, against, book)
  const mean = valueFigure(metric, meanOf(now.days), book.facts.units, placeOf('mean', metric, period))
  return tell`${metricName(metric, true)}: ${mean} ${averageText(metric)} (${stretch(metric, period, book)}; ${coverage(metric, period, now)}).`
}

/** How a day or some days were: every metric of them. */
function overPeriod({ metrics: asked }: Question, span: Span, book: Book): Draft {
  const { facts } = book
  const period = askedPeriod(span, facts)
  const [only] = asked
  const draft = { period, ...(only === undefined ? {} : { metric: only.id }) } as const
  if (period.from > facts.today) return { ...draft, parts: notYet(period, book) }
  const metrics = (asked.length > 0 ? asked : book.recorded).filter(
    (metric) => book.measure(metric, period).days.length > 0,
  )
  if (metrics.length === 0)
    return {
      ...draft,
      parts: tell`Nothing is logged ${period.from === period.to ? 'on' : 'in'} ${overWords(period, book)}.`,
    }
  return { ...draft, statistic: 'mean', parts: lines(...metrics.map((metric) => summed(metric, period, book))) }
}

function overWords(period: AskedPeriod, book: Book): Telling {
  const [metric] = book.facts.metrics
  return metric === undefined ? tell`${period.words}` : stretch(metric, period, book)
}

function summed(metric: Metric, period: AskedPeriod, book: Book): Telling {
  const { units } = book.facts
  const measured = book.measure(metric, period)
  const { days, length } = measured
  const name = metricName(metric, true)
  const [only] = days
  if (length === 1 && only !== undefined) {
    return tell`${name}: ${valueFigure(metric, only.value, units, placeOf('value', metric, period))} (${stretch(metric, period, book)}).`
  }
  const mean = valueFigure(metric, meanOf(days), units, placeOf('mean', metric, period))
  const hasTotal = isAdditive(metric) && metric.quantity === 'count'
  const total = hasTotal
    ? tell`, ${valueFigure(metric, sumOf(days), units, placeOf('sum', metric, period))} in total`
    : tell``
  return tell`${name}: ${mean} ${averageText(metric)}${total} (${stretch(metric, period, book)}; ${coverage(metric, period, measured)}).`
}
