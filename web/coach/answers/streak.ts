import { type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { dayNoun } from '../../../shared/metric/value-text.ts'
import { streakOf } from '../../insight/streak.ts'
import type { Book } from '../book.ts'
import { isWithin } from '../language/amounts.ts'
import type { Question } from '../language/question.ts'
import { LINKS } from '../links.ts'
import { firstDay } from '../measures.ts'
import { askedPeriod } from '../period-words.ts'
import { countOf, dateFigure, type Place, sentences, type Telling, tell } from '../telling.ts'
import { boundTelling } from './bound.ts'
import type { Draft } from './draft.ts'
import { metricName, nothingLogged, placeOf } from './phrases.ts'

/** Days in a row: of logging anything, of a metric, or of values within a bound. */
export function answerStreak(question: Question, book: Book): Draft {
  const { facts } = book
  const [metric] = question.metrics
  if (metric === undefined) {
    return { parts: streakTelling(book), actions: isLoggedToday(book) ? [] : [...firstMissing(book)] }
  }
  const { bound, calendar } = question
  const first = firstDay(book.seriesOf(metric.id))
  if (first === undefined) return { parts: nothingLogged(metric), metric: metric.id }
  const period = askedPeriod(question.periods[0] ?? { from: first, to: calendar.today, piece: 'all' }, facts)
  const { days } = book.measure(metric, period)
  const met = bound === undefined ? days : days.filter(({ value }) => isWithin(bound, value))
  const place = placeOf('streak', metric, period)
  const what =
    bound === undefined
      ? tell`with ${metricName(metric)} logged`
      : tell`of ${boundTelling(bound, metric, book, placeOf('bound', metric, period))}`
  const { current, longest } = runsOf(
    met.map(({ date }) => date),
    facts.today,
  )
  const noun = dayNoun(metric)
  if (longest.length === 0)
    return { parts: tell`There is no ${noun} ${what} among those logged.`, metric: metric.id, period }
  const longestDays = rangeOf(longest.from, longest.to, place)
  const now =
    current.length === 0
      ? tell`No such run is going on now.`
      : tell`The run that is going on has ${countOf(current.length, noun, { ...place, figure: `current:${place.figure}` })}, since ${dateFigure(current.from, place)}.`
  return {
    parts: sentences(
      tell`The longest run of ${noun}s in a row ${what} has ${countOf(longest.length, noun, place)} (${longestDays}).`,
      now,
    ),
    metric: metric.id,
    period,
  }
}

/** How many days in a row anything was logged. */
export function streakTelling({ facts }: Book): Telling {
  const { current, start, longest, longestFrom, longestUntil, todayLogged, pausedToday } = streakOf(
    facts.loggedDays,
    facts.pauses,
    facts.today,
  )
  const place = { link: LINKS.streaks, figure: 'streak' }
  if (longest === 0) return tell`There is no streak yet: no day is logged.`
  const now =
    current === 0 || start === undefined
      ? tell`No streak is going on.`
      : tell`You have logged ${countOf(current, 'day', { ...place, figure: 'streak:current' })} in a row, since ${dateFigure(start, { ...place, figure: 'streak:start' })}.`
  const ever =
    longestFrom === undefined || longestUntil === undefined
      ? undefined
      : longest === current
        ? tell`It is your longest.`
        : tell`Your longest had ${countOf(longest, 'day', { ...place, figure: 'streak:longest' })}, ${rangeOf(longestFrom, longestUntil, place)}.`
  const today = pausedToday
    ? tell`Today is paused, so it holds.`
    : current > 0 && !todayLogged
      ? tell`Today is not logged yet.`
      : undefined
  return sentences(now, ever, today)
}

function rangeOf(from: CivilDate, to: CivilDate, place: Place): Telling {
  if (from === to) return tell`${dateFigure(from, place)}`
  return tell`${dateFigure(from, { ...place, figure: `${place.figure}#from` })} to ${dateFigure(to, { ...place, figure: `${place.figure}#to` })}`
}

interface Run {
  readonly length: number
  readonly from: CivilDate
  readonly to: CivilDate
}

/** The longest stretch of days without a gap, of equally long ones the latest, and the one that reaches yesterday or today. */
function runsOf(dates: readonly CivilDate[], today: CivilDate): { readonly longest: Run; readonly current: Run } {
  let longest: Run = { length: 0, from: today, to: today }
  let run = longest
  for (const date of dates) {
    const goesOn = run.length > 0 && toEpochDay(date) - toEpochDay(run.to) === 1
    run = goesOn ? { length: run.length + 1, from: run.from, to: date } : { length: 1, from: date, to: date }
    if (run.length >= longest.length) longest = run
  }
  const isCurrent = run.length > 0 && toEpochDay(today) - toEpochDay(run.to) <= 1
  return { longest, current: isCurrent ? run : { length: 0, from: today, to: today } }
}

const isLoggedToday = ({ facts, records }: Book) => records.isLogged(facts.today)

function firstMissing({ recorded, facts }: Book) {
  const [metric] = recorded
  return metric === undefined
    ? []
    : [{ kind: 'log', label: `Log ${metricName(metric)} of today`, metric: metric.id, date: facts.today } as const]
}
