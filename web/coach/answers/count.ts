import { dayNoun } from '../../../shared/metric/value-text.ts'
import type { Book } from '../book.ts'
import { isWithin } from '../language/amounts.ts'
import type { Question } from '../language/question.ts'
import { firstDay } from '../measures.ts'
import { askedPeriod, periodTelling } from '../period-words.ts'
import { countFigure, type Telling, tell } from '../telling.ts'
import { boundTelling } from './bound.ts'
import type { Draft } from './draft.ts'
import { coverage, metricName, nothingLogged, notYet, placeOf, stretch } from './phrases.ts'

/** On how many days a value was within a bound; without one, on how many anything was logged. */
export function answerCount(question: Question, book: Book): Draft {
  const { facts } = book
  const { bound, calendar } = question
  const [metric] = question.metrics
  if (metric === undefined) return countLogged(question, book)
  const first = firstDay(book.seriesOf(metric.id))
  if (first === undefined || first > facts.today)
    return { parts: nothingLogged(metric), metric: metric.id, statistic: 'count' }
  const period = askedPeriod(question.periods[0] ?? { from: first, to: calendar.today, piece: 'all' }, facts)
  const draft = { metric: metric.id, period, statistic: 'count' } as const
  if (period.from > facts.today) return { ...draft, parts: notYet(period, book) }
  const measured = book.measure(metric, period)
  const name = metricName(metric, true)
  if (bound === undefined)
    return {
      ...draft,
      parts: tell`${name} was ${coverage(metric, period, measured)} (${stretch(metric, period, book)}).`,
    }
  const held = measured.days.filter(({ value }) => isWithin(bound, value)).length
  const count = countFigure(held, 'days', placeOf('count', metric, period))
  const asked = boundTelling(bound, metric, book, placeOf('bound', metric, period))
  const share: Telling =
    measured.days.length === 0
      ? tell``
      : tell`, ${percent(held / measured.days.length, placeOf('share', metric, period))}`
  const noun = `${dayNoun(metric)}${held === 1 ? '' : 's'}`
  return {
    ...draft,
    parts: tell`${name}, ${stretch(metric, period, book)}: ${asked} on ${count} ${noun}${share} of those with a value (${coverage(metric, period, measured)}).`,
  }
}

/** Of few days among many, as much as tells them from none. */
function percent(share: number, place: ReturnType<typeof placeOf>) {
  const value = share * 100
  const text = value > 0 && value < 1 ? value.toPrecision(1) : String(Math.round(value))
  return { text: `${text} %`, value, unit: '%', ...place }
}

/** Days with any entry. */
function countLogged({ periods, calendar }: Question, { facts }: Book): Draft {
  const period = askedPeriod(periods[0] ?? { from: calendar.first, to: calendar.today, piece: 'all' }, facts)
  const days = new Set(
    facts.loggedDays.filter((date) => date >= period.from && date <= period.to && date <= facts.today),
  )
  const place = { link: '/streaks', figure: `logged:${period.from}..${period.to}` }
  const count = countFigure(days.size, 'days', place)
  const over = periodTelling(period, { link: '/streaks', figure: `date:${period.from}..${period.to}` }, facts)
  return {
    parts: tell`You logged something on ${count} ${days.size === 1 ? 'day' : 'days'} (${over}).`,
    period,
    statistic: 'count',
  }
}
