import { addDays, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { periodBefore, type Span } from '../language/spans.ts'
import { askedPeriod } from '../period-words.ts'
import { lines, type Telling, tell } from '../telling.ts'
import { comparison, comparisons } from './compare.ts'
import type { Draft } from './draft.ts'
import { alertTelling, anomalyTelling, changeTelling } from './found.ts'
import { metricName, notYet, stretch } from './phrases.ts'

/** How long ago something may have moved to be news, and how long odd days are. */
const CHANGE_DAYS = 90
const ODD_DAYS = 14
/** More is not read. */
const MOST = 6

/** What moved and stayed, what stood out, and of a period its beside the one before. */
export function answerChange(question: Question, book: Book): Draft {
  const { facts } = book
  const { analysis, today } = facts
  const { metrics: asked, calendar } = question
  const span = question.periods[0]
  const [only] = asked
  const period = askedPeriod(span ?? { from: addDays(today, -7), to: addDays(today, -1), piece: 'days' }, facts)
  const of = only === undefined ? {} : { metric: only.id }
  if (period.from > today) return { parts: notYet(period, book), period, ...of }
  const against = askedPeriod(periodBefore(cut(span ?? period, today), calendar), facts)
  const isAsked = (metric: string) => asked.length === 0 || asked.some(({ id }) => id === metric)
  const since = span?.from ?? addDays(today, -CHANGE_DAYS)
  const oddSince = span?.from ?? addDays(today, -ODD_DAYS)
  const until = span?.to ?? today
  const moved =
    analysis === null
      ? []
      : [
          ...analysis.changes
            .filter(({ metric, date }) => isAsked(metric) && date >= since && date <= until)
            .map((one) => changeTelling(one, book)),
          ...analysis.alerts
            .filter(({ metric, date }) => isAsked(metric) && date >= oddSince && date <= until)
            .map((one) => alertTelling(one, book)),
          ...analysis.anomalies
            .filter(({ metric, date }) => isAsked(metric) && date >= oddSince && date <= until)
            .map((one) => anomalyTelling(one, book)),
        ]
  const metrics: readonly Metric[] = asked.length > 0 ? asked : book.recorded
  const beside = metrics.filter(
    (metric) => book.measure(metric, period).days.length > 0 && book.measure(metric, against).days.length > 0,
  )
  const head: Telling | undefined =
    moved.length > 0
      ? undefined
      : tell`No level moved and no day stands out${only === undefined ? '' : ` in ${metricName(only)}`}${analysis === null ? ', as far as the days were looked at' : ''}.`
  return {
    parts: lines(head, ...moved.slice(0, MOST), besideTelling(beside, asked.length > 0, period, against, book)),
    period,
    against,
    ...of,
  }
}

/** All that was asked about; of everything, what changed clearly, and where that cannot be told, all. */
function besideTelling(
  metrics: readonly Metric[],
  isAsked: boolean,
  period: AskedPeriod,
  against: AskedPeriod,
  book: Book,
): Telling {
  if (isAsked) return lines(...metrics.map((metric) => comparison(metric, period, against, book)))
  const told = comparisons(metrics, period, against, book, (judged) => judged !== 'about-the-same')
  const [some] = metrics
  if (told.length > 0 || some === undefined) return told
  return tell`No average of ${stretch(some, period, book)} differs clearly from that of the days before.`
}

/** A week that has begun is held against as many days before it. */
function cut(span: Span, today: Span['to']): Span {
  if (span.to <= today && daysBetween(span.from, span.to) >= 0 && span.to !== today) return span
  return { ...span, to: today < span.to ? today : span.to, piece: span.piece === 'day' ? 'day' : 'days' }
}
