import type { Metric } from '../../../shared/metric/metric.ts'
import { dayNoun } from '../../../shared/metric/value-text.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import { linkToDays } from '../links.ts'
import type { Measured } from '../measures.ts'
import { periodTelling } from '../period-words.ts'
import { countFigure, type Place, type Telling, tell } from '../telling.ts'

/** A metric inside of a sentence, or at the head of one. One of the person's own is written as they wrote it. */
export function metricName(metric: Metric, isFirst = false): string {
  return metric.builtIn && !isFirst ? metric.name.toLowerCase() : metric.name
}

export const capitalised = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase())

/** A figure of a metric over days: where it stands and what it is called. */
export function placeOf(name: string, metric: Metric, period: Pick<AskedPeriod, 'from' | 'to' | 'weekdays'>): Place {
  const { from, to, weekdays } = period
  const days = from === to ? from : `${from}..${to}`
  return {
    link: linkToDays(metric.id, period),
    figure: `${name}:${metric.id}:${days}${weekdays === undefined ? '' : `:${weekdays.join('')}`}`,
  }
}

export const stretch = (metric: Metric, period: AskedPeriod, { facts }: Book): Telling =>
  periodTelling(period, placeOf('date', metric, period), facts)

/** `logged on 23 of 30 days`. */
export const coverage = (metric: Metric, period: AskedPeriod, measured: Measured): Telling =>
  tell`logged on ${daysOf(metric, period, measured)}`

/** `23 of 30 days`. */
export function daysOf(metric: Metric, period: AskedPeriod, { days, length }: Measured): Telling {
  const n = countFigure(days.length, 'days', placeOf('n', metric, period))
  const of = countFigure(length, 'days', placeOf('days', metric, period))
  return tell`${n} of ${of} ${dayNoun(metric)}${length === 1 ? '' : 's'}`
}

export const nothingLogged = (metric: Metric): Telling => tell`Nothing is logged for ${metricName(metric)} yet.`

export function notYet(period: AskedPeriod, { facts }: Book): Telling {
  const place = { link: '/', figure: `date:${period.from}..${period.to}` }
  const on = periodTelling(period, place, facts)
  return period.from === period.to
    ? tell`That day has not come yet: ${on}.`
    : tell`Those days have not come yet: ${on}.`
}
