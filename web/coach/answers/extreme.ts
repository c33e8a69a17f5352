import { startOfWeek, type Weekday, weekdayOf } from '../../../shared/calendar/civil-date.ts'
import { weekdayWord } from '../../../shared/calendar/date-words.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { averageText, dayNoun } from '../../../shared/metric/value-text.ts'
import type { AskedPeriod } from '../answer.ts'
import type { Book } from '../book.ts'
import type { Question } from '../language/question.ts'
import { type DayValue, firstDay, meanOf, ranked } from '../measures.ts'
import { askedPeriod, periodTelling } from '../period-words.ts'
import { countFigure, dateFigure, lines, listed, type Telling, tell, valueFigure } from '../telling.ts'
import type { Draft } from './draft.ts'
import { coverage, metricName, nothingLogged, notYet, placeOf, stretch } from './phrases.ts'

type End = 'highest' | 'lowest'

/** Days of an answer at most. */
const MOST = 10

/** The best and the worst days of a metric, or weeks, or days of the week. */
export function answerExtreme(question: Question, book: Book): Draft {
  const { facts } = book
  const metrics = question.metrics.length > 0 ? question.metrics : withoutMetric(question, book)
  const [metric] = metrics
  if (metric === undefined) return { parts: tell`Nothing is logged yet that has a best day.` }
  const first = firstDay(book.seriesOf(metric.id)) ?? facts.today
  const period = askedPeriod(question.periods[0] ?? { from: first, to: facts.today, piece: 'all' }, facts)
  const statistic = endsOf(question.text, metric)[0] === 'lowest' ? 'min' : 'max'
  const draft = { metric: metric.id, period, statistic } as const
  if (period.from > facts.today) return { ...draft, parts: notYet(period, book) }
  return { ...draft, parts: lines(...metrics.map((one) => extremes(one, period, question, book))) }
}

/** A day is best by how it felt; of who keeps no mood, by all that has a better side. */
function withoutMetric({ text }: Question, { recorded }: Book): readonly Metric[] {
  if (/\b(?:records|bests)\b/.test(text)) return recorded.filter(({ direction }) => direction !== 'none')
  const mood = recorded.find(({ id }) => id === 'mood')
  return mood === undefined ? recorded.filter(({ direction }) => direction !== 'none') : [mood]
}

function extremes(metric: Metric, period: AskedPeriod, { text }: Question, book: Book): Telling {
  const measured = book.measure(metric, period)
  if (measured.days.length === 0) {
    return firstDay(book.seriesOf(metric.id)) === undefined
      ? nothingLogged(metric)
      : tell`Nothing is logged for ${metricName(metric)} in ${stretch(metric, period, book)}.`
  }
  const ends = endsOf(text, metric)
  const basis = tell`(${stretch(metric, period, book)}; ${coverage(metric, period, measured)})`
  if (/\bweekdays?\b|\bday of (?:the )?week\b|\bdays of the week\b/.test(text))
    return byWeekday(metric, period, measured.days, ends, basis, book)
  const stretchName =
    /\b(?:which|what|best|worst|highest|lowest|top) (?:\w+ )?(week|month|year)\b(?! (?:did|was|is)? ?(?:i|my)? ?\w* on)/.exec(
      text,
    )?.[1]
  if (stretchName === 'week' || stretchName === 'month' || stretchName === 'year')
    return byStretch(stretchName, metric, measured.days, ends, basis, book)
  const count = howMany(text)
  const told = ends.map((end) => {
    const found = ranked(measured.days, end).slice(0, count)
    const items = found.map(({ date, value }) => {
      const at = { from: date, to: date }
      const place = placeOf(end === 'highest' ? 'max' : 'min', metric, at)
      const on = dateFigure(date, placeOf('date', metric, at))
      return tell`${valueFigure(metric, value, book.facts.units, place)} on ${weekdayWord(date)}, ${on}`
    })
    const [first] = found
    const alike = measured.days.filter(({ value }) => value === first?.value).length
    const n = countFigure(alike, 'days', placeOf(end === 'highest' ? 'alike-max' : 'alike-min', metric, period))
    const others = count === 1 && alike > 1 ? tell`, the latest of ${n} with that value` : tell``
    return tell`${headOf(metric, end, found.length > 1)}: ${listed(items)}${others}`
  })
  return lines(...told.map((one, index) => (index === told.length - 1 ? tell`${one} ${basis}.` : tell`${one}.`)))
}

/** `Best day of steps, the highest`: which end is good is said, where one is. */
function headOf(metric: Metric, end: End, isPlural: boolean): string {
  const noun = `${dayNoun(metric)}${isPlural ? 's' : ''}`
  const good = metric.direction === 'none' ? undefined : (metric.direction === 'up') === (end === 'highest')
  const side = end === 'highest' ? 'most' : 'least'
  const name = metricName(metric)
  if (good === undefined) return `${end === 'highest' ? 'Highest' : 'Lowest'} ${name}`
  return `${good ? 'Best' : 'Worst'} ${noun} for ${name}, with the ${side}`
}

function endsOf(text: string, { direction }: Metric): readonly End[] {
  const up = direction === 'down' ? 'lowest' : 'highest'
  const down = up === 'highest' ? 'lowest' : 'highest'
  const found = new Set<End>()
  if (/\b(?:best|top|record|personal best|pb|peak|records)\b/.test(text)) found.add(up)
  if (/\b(?:worst|bottom)\b/.test(text)) found.add(down)
  if (/\b(?:highest|most|longest|heaviest|happiest|biggest|maximum|peaked|highs?|busiest|high)\b/.test(text))
    found.add('highest')
  if (/\b(?:lowest|least|fewest|shortest|lightest|saddest|smallest|minimum|lows?|laziest)\b/.test(text))
    found.add('lowest')
  if (direction === 'none' && /\b(?:best|worst)\b/.test(text)) return ['highest', 'lowest']
  return found.size === 0 ? ['highest', 'lowest'] : [...found]
}

function howMany(text: string): number {
  const asked =
    /\b(?:top|best|worst|highest|lowest|the) (\d{1,2})\b|\b(\d{1,2}) (?:best|worst|highest|lowest|most|longest|shortest)\b/.exec(
      text,
    )
  if (asked !== null) return Math.min(MOST, Math.max(1, Number(asked[1] ?? asked[2])))
  return /\b(?:days|nights)\b/.test(text.replace(/\b(?:last|past|next) \d+ (?:days|nights)\b/g, '')) ? 3 : 1
}

/** Weekdays by their mean. */
function byWeekday(
  metric: Metric,
  period: AskedPeriod,
  days: readonly DayValue[],
  ends: readonly End[],
  basis: Telling,
  book: Book,
): Telling {
  const groups = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday: Weekday) => {
    const own = days.filter(({ date }) => weekdayOf(date) === weekday)
    const [sample] = own
    return sample === undefined ? [] : [{ weekday, name: weekdayWord(sample.date), mean: meanOf(own), n: own.length }]
  })
  const told = ends.map((end) => {
    const [found] = groups.toSorted(
      (a, b) => (end === 'highest' ? b.mean - a.mean : a.mean - b.mean) || a.weekday - b.weekday,
    )
    if (found === undefined) return tell``
    const of = { ...period, weekdays: [found.weekday] }
    const value = valueFigure(metric, found.mean, book.facts.units, placeOf('mean', metric, of))
    return tell`${end} on ${found.name}s, ${value} on average over ${countFigure(found.n, 'days', placeOf('n', metric, of))} of them`
  })
  return tell`${metricName(metric, true)}: ${listed(told)} ${basis}.`
}

/** What must be logged of a week, a month or a year, so that its mean is held against others. */
const FEWEST = { week: 4, month: 14, year: 90 } as const

/** Weeks, months or years by their mean. */
function byStretch(
  unit: keyof typeof FEWEST,
  metric: Metric,
  days: readonly DayValue[],
  ends: readonly End[],
  basis: Telling,
  book: Book,
): Telling {
  const { units, weekStart, today } = book.facts
  const groups = new Map<string, DayValue[]>()
  for (const day of days) {
    const from = unit === 'week' ? startOfWeek(day.date, weekStart) : day.date.slice(0, unit === 'month' ? 7 : 4)
    const own = groups.get(from) ?? []
    groups.set(from, own)
    own.push(day)
  }
  const enough = [...groups.values()].filter((own) => own.length >= FEWEST[unit])
  const noun = dayNoun(metric)
  if (enough.length === 0) return tell`No ${unit} has enough ${noun}s of ${metricName(metric)} ${basis}.`
  const told = ends.map((end) => {
    const sign = end === 'highest' ? -1 : 1
    const [own = []] = enough.toSorted((a, b) => sign * (meanOf(a) - meanOf(b)))
    const of = { from: own[0]?.date ?? today, to: own.at(-1)?.date ?? today }
    const mean = valueFigure(metric, meanOf(own), units, placeOf('mean', metric, of))
    const n = countFigure(own.length, 'days', placeOf('n', metric, of))
    const days = periodTelling(
      askedPeriod({ ...of, piece: 'days' }, book.facts),
      placeOf('date', metric, of),
      book.facts,
    )
    return tell`${end} in the ${unit} with ${days}: ${mean} ${averageText(metric)} over ${n} ${noun}s`
  })
  return tell`${metricName(metric, true)}: ${listed(told)} ${basis}.`
}
