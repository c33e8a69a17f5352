import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, sentences, sizeFigure, type Telling, tell, valueFigure } from '../telling.ts'
import { comparison } from './compare.ts'
import type { Draft } from './draft.ts'
import { findingTelling } from './found.ts'
import { metricName, nothingLogged, notYet, placeOf } from './phrases.ts'

/** What a direction is told of where no days are named: whole weeks that are over. */
const TREND_DAYS = 84

/** Where a metric goes: the trend that the insights found, and the halves of the days beside each other. */
export function answerTrend(question: Question, book: Book): Draft {
  const { facts } = book
  const metrics = question.metrics.length > 0 ? question.metrics : book.recorded
  const [metric] = metrics
  if (metric === undefined) return { parts: tell`Nothing is logged yet that could have a trend.` }
  const span = question.periods[0] ?? {
    from: addDays(facts.today, -TREND_DAYS),
    to: addDays(facts.today, -1),
    piece: 'days',
  }
  const period = askedPeriod(span, facts)
  const draft = { period, statistic: 'mean', ...(question.metrics.length > 0 ? { metric: metric.id } : {}) } as const
  if (period.from > facts.today) return { ...draft, parts: notYet(period, book) }
  return { ...draft, parts: lines(...metrics.map((each) => trend(each, period, question.periods.length > 0, book))) }
}

function trend(metric: Metric, period: AskedPeriod, isAsked: boolean, book: Book): Telling {
  if (!book.recorded.includes(metric)) return nothingLogged(metric)
  const found = isAsked
    ? []
    : (book.facts.analysis?.findings.filter(({ kind, metricY }) => kind === 'trend' && metricY === metric.id) ?? [])
  const { days } = book.measure(metric, period)
  if (daysBetween(period.from, period.to) < 3 || days.length < 2) {
    return tell`Too little of ${metricName(metric)} is logged in these days to tell a direction.`
  }
  return lines(
    ...found.map((finding) => findingTelling(finding, book)),
    halves(metric, period, book),
    ends(metric, period, book),
  )
}

/** The later half of the days beside the earlier one. */
function halves(metric: Metric, period: AskedPeriod, book: Book): Telling {
  const length = daysBetween(period.from, period.to) + 1
  const half = Math.floor(length / 2)
  const later = askedPeriod({ from: addDays(period.to, 1 - half), to: period.to, piece: 'days' }, book.facts)
  const earlier = askedPeriod(
    { from: addDays(period.to, 1 - 2 * half), to: addDays(period.to, -half), piece: 'days' },
    book.facts,
  )
  return comparison(metric, later, earlier, book)
}

/** The first and the last value of a level that moves slowly. */
function ends(metric: Metric, period: AskedPeriod, book: Book): Telling | undefined {
  if (metric.quantity !== 'mass') return undefined
  const { days } = book.measure(metric, period)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  const { units } = book.facts
  const value = (of: typeof first) =>
    valueFigure(metric, of.value, units, placeOf('value', metric, { from: of.date, to: of.date }))
  const difference = last.value - first.value
  const size = sizeFigure(metric, difference, units, placeOf('difference', metric, period))
  const went = difference === 0 ? tell`the same` : tell`${size} ${difference < 0 ? 'lower' : 'higher'}`
  return sentences(tell`The first value of these days is ${value(first)}, the last ${value(last)}: ${went}.`)
}
