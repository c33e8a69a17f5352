import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { ProposedAction } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { linkToDay } from '../links.ts'
import { askedPeriod } from '../period-words.ts'
import { countOf, lines, listed, type Telling, tell, valueFigure } from '../telling.ts'
import type { Draft } from './draft.ts'
import { metricName, notYet, stretch } from './phrases.ts'

/** Days that say what somebody logs. */
const HABIT_DAYS = 28

/** What of a day is logged and what is not; and a value that was told, to be confirmed. */
export function answerLog(question: Question, book: Book): Draft {
  const { facts } = book
  const { metrics, amount, calendar } = question
  const [metric] = metrics
  const span = question.periods[0] ?? { from: calendar.today, to: calendar.today, piece: 'day' as const }
  const period = askedPeriod(
    {
      from: span.to < facts.today ? span.to : facts.today,
      to: span.to < facts.today ? span.to : facts.today,
      piece: 'day',
    },
    facts,
  )
  if (span.from > facts.today)
    return { parts: notYet(askedPeriod(span, facts), book), period: askedPeriod(span, facts) }
  if (metric !== undefined && amount !== undefined) {
    const place = { link: linkToDay(period.from, facts.today), figure: `told:${metric.id}:${period.from}` }
    const value = valueFigure(metric, amount, facts.units, place)
    const action: ProposedAction = {
      kind: 'log',
      label: `Log ${value.text}`,
      metric: metric.id,
      date: period.from,
      value: amount,
    }
    return {
      parts: tell`${metricName(metric, true)} of ${value} for ${stretch(metric, period, book)}: confirm it below and it is logged.`,
      metric: metric.id,
      period,
      actions: [action],
    }
  }
  const usual = metrics.length > 0 ? metrics : usualMetrics(book)
  const isLogged = (one: Metric) => book.records.valueOn(one.id, period.from) !== undefined
  const done = usual.filter(isLogged)
  const open = usual.filter((one) => !isLogged(one))
  const place = (one: Metric) => ({
    link: linkToDay(period.from, facts.today),
    figure: `value:${one.id}:${period.from}`,
  })
  const on = usual[0] === undefined ? tell`${period.words}` : stretch(usual[0], period, book)
  if (usual.length === 0) {
    return {
      parts: tell`Nothing was logged in the last weeks. One value is a start: pick what matters to you, and log it today.`,
      period,
      actions: facts.metrics.slice(0, 3).map((one) => logAction(one, period.from)),
    }
  }
  const logged: Telling | undefined =
    done.length === 0
      ? tell`Nothing of that is logged for ${on} yet.`
      : tell`Logged for ${on}: ${listed(done.map((one) => tell`${metricName(one)} ${valueFigure(one, book.records.valueOn(one.id, period.from) ?? 0, facts.units, place(one))}`))}.`
  const left: Telling =
    open.length === 0
      ? tell`Nothing is left to log of what you usually do.`
      : tell`Still to log: ${listed(open.map((one) => usualTelling(one, book)))}.`
  return {
    parts: lines(left, logged),
    ...(metric === undefined ? {} : { metric: metric.id }),
    period,
    actions: open.slice(0, 3).map((one) => logAction(one, period.from)),
  }
}

const logAction = (metric: Metric, date: ProposedDate): ProposedAction => ({
  kind: 'log',
  label: `Log ${metricName(metric)}`,
  metric: metric.id,
  date,
})

type ProposedDate = Extract<ProposedAction, { kind: 'log' }>['date']

/** Whatever was logged in the last four weeks, what is logged most often first. */
function usualMetrics(book: Book): readonly Metric[] {
  return book.recorded
    .map((metric) => ({ metric, n: loggedDays(metric, book) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
    .map(({ metric }) => metric)
}

function loggedDays(metric: Metric, book: Book): number {
  return book.measure(metric, habit(book)).days.length
}

const habit = ({ facts: { today } }: Book) =>
  ({ from: addDays(today, -HABIT_DAYS), to: addDays(today, -1), piece: 'days' }) as const

/** `sleep (25 days of the last 28)`. */
function usualTelling(metric: Metric, book: Book): Telling {
  const { from, to } = habit(book)
  const n = loggedDays(metric, book)
  const place = {
    link: `/history?${new URLSearchParams({ metric: metric.id, range: 'M', until: to, from, to })}`,
    figure: `n:${metric.id}:${from}..${to}`,
  }
  const of = { ...place, figure: `days:${metric.id}:${from}..${to}` }
  return n === 0
    ? tell`${metricName(metric)}`
    : tell`${metricName(metric)} (${countOf(n, 'day', place)} of the last ${{ text: String(HABIT_DAYS), value: HABIT_DAYS, unit: 'days', ...of }})`
}
