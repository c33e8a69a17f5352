import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Forecast } from '../../insight/forecast.ts'
import { notEnoughDataSentence } from '../../insight/wording/forecast-sentence.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import { lastDay } from '../measures.ts'
import { askedPeriod } from '../period-words.ts'
import { amountFigure, countOf, dateFigure, lines, retold, sentences, type Telling, tell } from '../telling.ts'
import type { Draft } from './draft.ts'
import { metricName, notYet } from './phrases.ts'
import { projection } from './projection.ts'

/** The days to come of a metric, or when it comes to an amount. */
export function answerForecast(question: Question, book: Book): Draft {
  const { facts } = book
  const { analysis, today } = facts
  const { metrics: asked, amount, text } = question
  const [metric] = asked
  const of = metric === undefined ? {} : { metric: metric.id }
  if (
    metric !== undefined &&
    amount !== undefined &&
    /\b(?:reach|hit|get|weigh|be|until|till|when|make)\b/.test(text)
  ) {
    const target = targetTelling(metric, amount, question, book)
    if (target !== undefined) return { ...of, parts: target }
  }
  if (analysis === null) return { ...of, parts: tell`There is no forecast yet. Ask again in a moment.` }
  const metrics = asked.length > 0 ? asked : book.recorded
  const days = daysAsked(question, today)
  const ahead = question.periods.find(({ from }) => from > today)
  const told = metrics.flatMap((each) => {
    const one = analysis.forecasts.find((forecast) => forecast.metric === each.id)
    if (one === undefined) return [tell`There is no forecast of ${metricName(each)}.`]
    if (one.kind === 'forecast') return [forecastTelling(each, one, days, book)]
    const place = { link: LINKS.ahead, figure: `forecast:${each.id}` }
    return [retold(notEnoughDataSentence(one, book.terms), { ...place, metricOf: () => undefined, units: facts.units })]
  })
  if (told.length === 0) return { ...of, parts: tell`Nothing is logged yet, so there is no forecast.` }
  if (ahead === undefined) return { ...of, parts: lines(...told) }
  const period = askedPeriod(ahead, facts)
  // Who asks for what was, of days that have not been, is told so first.
  const head = EXPECTS.test(text) ? undefined : notYet(period, book)
  return { ...of, period, parts: lines(head, ...told) }
}

const EXPECTS =
  /\b(?:will|going to|forecast\w*|predict\w*|expect\w*|likely|project\w*|outlook|heading|ahead|next|coming)\b/

/** The first and the last day that is asked about; tomorrow and a week ahead where none is. */
function daysAsked({ periods, text }: Question, today: CivilDate): readonly CivilDate[] {
  const ahead = periods.find(({ to }) => to > today)
  if (ahead !== undefined)
    return ahead.from === ahead.to ? [ahead.to] : [ahead.from > today ? ahead.from : addDays(today, 1), ahead.to]
  if (periods.some(({ from, to }) => from === today && to === today) || /\btoday\b/.test(text)) return [today]
  return [addDays(today, 1), addDays(today, 7)]
}

function forecastTelling(metric: Metric, forecast: Forecast, days: readonly CivilDate[], { facts }: Book): Telling {
  const place = (name: string, date: string) => ({ link: LINKS.ahead, figure: `forecast:${metric.id}:${date}#${name}` })
  const last = forecast.date.at(-1)
  const on = days.map((date) => {
    const index = forecast.date.indexOf(date)
    if (index < 0) return undefined
    const figure = (name: 'mean' | 'lo80' | 'hi80') =>
      amountFigure(metric, forecast[name][index] ?? Number.NaN, facts.units, place(name, date))
    return tell`about ${figure('mean')} on ${dateFigure(date, place('date', date))}, 80 % range ${figure('lo80')} to ${figure('hi80')}`
  })
  const found = on.filter((one) => one !== undefined)
  const name = metricName(metric, true)
  const n = countOf(forecast.n, 'day', place('n', 'all'))
  const basis = tell`(from ${n} up to ${dateFigure(forecast.lastObserved, place('lastObserved', 'all'))})`
  if (found.length === 0 && last !== undefined) {
    return tell`A forecast of ${metricName(metric)} reaches to ${dateFigure(last, place('last', 'all'))}, no further ${basis}.`
  }
  const short =
    found.length < days.length && last !== undefined
      ? tell`It reaches to ${dateFigure(last, place('last', 'all'))}.`
      : undefined
  const both = found.flatMap((one, index) => (index === 0 ? one : ['; ', ...one]))
  return sentences(tell`${name}: ${both} ${basis}.`, short)
}

/** `When will I weigh 70 kg?`: from the side on which the last value is. */
function targetTelling(metric: Metric, target: number, { periods }: Question, book: Book): Telling | undefined {
  const last = lastDay(book.seriesOf(metric.id), book.facts.today)
  if (last === undefined) return undefined
  const reach =
    metric.quantity === 'mass'
      ? last.value > target
        ? 'at-most'
        : 'at-least'
      : metric.direction === 'down'
        ? 'at-most'
        : 'at-least'
  const until = periods.find(({ to }) => to > book.facts.today)?.to
  const place = { link: LINKS.goals, figure: `projection:${metric.id}:${target}` }
  return projection(metric, { target, reach, until }, book, place)
}
