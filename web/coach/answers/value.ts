import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { isAdditive, type Metric } from '../../../shared/metric/metric.ts'
import { averageText, dayNoun } from '../../../shared/metric/value-text.ts'
import type { AskedPeriod, Statistic } from '../answer.ts'
import type { Book } from '../book.ts'
import { isWithin } from '../language/amounts.ts'
import type { Question } from '../language/question.ts'
import type { Span } from '../language/spans.ts'
import { lastDay, type Measured, meanOf, medianOf, ranked, sumOf } from '../measures.ts'
import { askedPeriod, periodTelling } from '../period-words.ts'
import { countOf, dateFigure, lines, sentences, type Telling, tell, valueFigure } from '../telling.ts'
import { boundTelling } from './bound.ts'
import type { Draft } from './draft.ts'
import { capitalised, coverage, metricName, nothingLogged, notYet, placeOf, stretch } from './phrases.ts'

/** Days that are looked at where a statistic is asked for and no days are named. */
const USUAL_DAYS = 30

/** A metric on a day or over days. */
export function answerValue(question: Question, book: Book): Draft {
  const { facts } = book
  const { metrics, statistic } = question
  const [metric] = metrics
  if (metric === undefined)
    return { parts: tell`Of what? I can speak about ${book.facts.metrics.map((one) => metricName(one)).join(', ')}.` }
  const span = question.periods[0]
  if (span === undefined && statistic === undefined && question.bound === undefined)
    return latest(question, metrics, book)
  const period = askedPeriod(span ?? defaultSpan(question), facts)
  const told = metrics.map((one) => valueTelling(one, period, question, book))
  return {
    parts: lines(...told.map(({ parts }) => parts)),
    metric: metric.id,
    period,
    statistic: told[0]?.statistic ?? 'value',
    actions:
      period.from === facts.today && period.to === facts.today && told[0]?.isMissing === true
        ? [logAction(metric, book)]
        : [],
  }
}

/** Of what was most or least, all days. */
function defaultSpan({ calendar: { today, first }, statistic }: Question): Span {
  if (statistic === 'min' || statistic === 'max') return { from: first, to: today, piece: 'all' }
  return { from: addDays(today, 1 - USUAL_DAYS), to: today, piece: 'days' }
}

interface Told {
  readonly parts: Telling
  readonly statistic: Statistic
  readonly isMissing?: boolean
}

function valueTelling(metric: Metric, period: AskedPeriod, question: Question, book: Book): Told {
  const { facts } = book
  const { statistic, bound } = question
  if (period.from > facts.today) return { parts: notYet(period, book), statistic: statistic ?? 'value' }
  const measured = book.measure(metric, period)
  if (measured.days.length === 0)
    return { parts: nothingIn(metric, period, book), statistic: statistic ?? 'value', isMissing: true }
  const [only] = measured.days
  if (measured.length === 1 && only !== undefined) {
    const value = valueFigure(metric, only.value, facts.units, placeOf('value', metric, period))
    const on = periodTelling(period, placeOf('date', metric, period), facts)
    const said = tell`${metricName(metric, true)} on ${on}: ${value}.`
    const plain = tell`${metricName(metric, true)}, ${on}: ${value}.`
    const told = isNear(period, book) ? plain : said
    if (bound === undefined) return { parts: told, statistic: 'value' }
    const asked = boundTelling(bound, metric, book, placeOf('bound', metric, period))
    const verdict = isWithin(bound, only.value) ? tell`Yes, it was ${asked}.` : tell`No, it was not ${asked}.`
    return { parts: sentences(verdict, told), statistic: 'value' }
  }
  return {
    parts: statisticTelling(metric, period, measured, statistic, book),
    statistic: statistic ?? (isAdditive(metric) && metric.quantity !== 'duration' ? 'sum' : 'mean'),
  }
}

function statisticTelling(
  metric: Metric,
  period: AskedPeriod,
  measured: Measured,
  statistic: Statistic | undefined,
  book: Book,
): Telling {
  const { units } = book.facts
  const { days } = measured
  const of = (name: string, value: number) => valueFigure(metric, value, units, placeOf(name, metric, period))
  const mean = tell`${of('mean', meanOf(days))} ${averageText(metric)}`
  const head = tell`${metricName(metric, true)}, ${stretch(metric, period, book)}: `
  const tail = tell` (${coverage(metric, period, measured)}).`
  switch (statistic) {
    case 'median':
      return tell`${head}${of('median', medianOf(days))} in the middle: half of the ${dayNoun(metric)}s had less, half more${tail}`
    case 'min':
    case 'max': {
      const end = statistic === 'max' ? 'highest' : 'lowest'
      const [found] = ranked(days, end)
      if (found === undefined) return []
      const on = dateFigure(found.date, placeOf('date', metric, { from: found.date, to: found.date }))
      return tell`${head}the ${end} is ${of(statistic, found.value)}, on ${on}${tail}`
    }
    case 'sum':
      if (isAdditive(metric)) return tell`${head}${of('sum', sumOf(days))} in total, ${mean}${tail}`
      return tell`${capitalised(metricName(metric))} does not add up over days. ${head}${mean}${tail}`
    case 'mean':
    case 'value':
    case 'count':
      return tell`${head}${mean}${tail}`
    case undefined: {
      const [high] = ranked(days, 'highest')
      const [low] = ranked(days, 'lowest')
      const total =
        isAdditive(metric) && metric.quantity !== 'rating' ? tell`${of('sum', sumOf(days))} in total, ` : tell``
      const ends =
        high === undefined || low === undefined || days.length < 2
          ? tell``
          : tell` From ${of('min', low.value)} to ${of('max', high.value)}.`
      return metric.quantity === 'duration'
        ? tell`${head}${mean}${tail}${ends}`
        : tell`${head}${total}${mean}${tail}${ends}`
    }
  }
}

/** `What is my weight?`: the last value there is, and of when. */
function latest(question: Question, metrics: readonly Metric[], book: Book): Draft {
  const { facts } = book
  const told = metrics.map((metric) => latestTelling(metric, book))
  const [metric] = metrics
  const last = metric === undefined ? undefined : lastDay(book.seriesOf(metric.id), facts.today)
  const date = last?.date ?? question.calendar.today
  return {
    parts: lines(...told),
    statistic: 'value',
    ...(metric === undefined ? {} : { metric: metric.id }),
    ...(last === undefined ? {} : { period: askedPeriod({ from: date, to: date, piece: 'day' }, facts) }),
  }
}

function latestTelling(metric: Metric, book: Book): Telling {
  const { facts } = book
  const last = lastDay(book.seriesOf(metric.id), facts.today)
  if (last === undefined) return nothingLogged(metric)
  const period = { from: last.date, to: last.date }
  const value = valueFigure(metric, last.value, facts.units, placeOf('value', metric, period))
  const days = daysBetween(last.date, facts.today)
  const place = placeOf('age', metric, period)
  const when = days === 0 ? tell`today` : days === 1 ? tell`yesterday` : tell`${countOf(days, 'day', place)} ago`
  const on = dateFigure(last.date, placeOf('date', metric, period))
  return tell`The last value of ${metricName(metric)} is ${value}, of ${when}, ${on}.`
}

function nothingIn(metric: Metric, period: AskedPeriod, book: Book): Telling {
  const { facts } = book
  const last = lastDay(book.seriesOf(metric.id), facts.today)
  if (last === undefined) return nothingLogged(metric)
  const on = periodTelling(period, placeOf('date', metric, period), facts)
  const nothing = tell`Nothing is logged for ${metricName(metric)} ${isNear(period, book) ? '' : period.from === period.to ? 'on ' : 'in '}${on}.`
  const before = lastDay(book.seriesOf(metric.id), addDays(period.from, -1))
  const near = before ?? last
  const place = { from: near.date, to: near.date }
  const value = valueFigure(metric, near.value, facts.units, placeOf('value', metric, place))
  const date = dateFigure(near.date, placeOf('date', metric, place))
  return sentences(
    nothing,
    before === undefined
      ? tell`The last value is ${value}, on ${date}.`
      : tell`The last value before it is ${value}, on ${date}.`,
  )
}

/** `today` and `yesterday` stand without `on`. */
const isNear = ({ from, to }: AskedPeriod, { facts: { today } }: Book): boolean =>
  from === to && (from === today || from === addDays(today, -1))

const logAction = (metric: Metric, { facts }: Book) =>
  ({ kind: 'log', label: `Log ${metricName(metric)} of today`, metric: metric.id, date: facts.today }) as const
