import { type CivilDate, fromEpochDay, toEpochDay, type Weekday } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { Bound, Intent, Memory, Statistic } from '../answer.ts'
import type { CoachFacts } from '../facts.ts'
import { amountsIn, boundIn, storedAmount } from './amounts.ts'
import { GOES_ON, intentOf, isRefused } from './intents.ts'
import { findMetrics, metricWords } from './metric-names.ts'
import { periodsIn } from './periods.ts'
import { plainText } from './plain-text.ts'
import { regionOf } from './region.ts'
import type { Calendar, Span } from './spans.ts'
import { type Vocabulary, vocabularyOf } from './spelling.ts'
import { besideWeekends, weekdaysIn } from './weekdays.ts'

/** A question as it was understood, what it left open filled in from the one before. */
export interface Question {
  readonly intent: Intent
  /** In lower case, mended. */
  readonly text: string
  readonly metrics: readonly Metric[]
  readonly periods: readonly Span[]
  readonly statistic: Statistic | undefined
  readonly bound: Bound | undefined
  /** An amount of the first metric, in its stored unit: `log 8000 steps`. */
  readonly amount: number | undefined
  /** Something that was asked about and that no metric keeps. */
  readonly unkept: string | undefined
  readonly calendar: Calendar
}

/**
 * Reads a question. `memory` says what the one before was about. Of several sentences the last that ends in a question mark is the
 * question, and what stands before it says what it is about: `I slept badly on Monday. Why was that?`
 */
export function readQuestion(asked: string, facts: CoachFacts, memory: Memory): Question {
  const vocabulary = vocabularyOf(metricWords(facts.metrics))
  const { question, before } = lastQuestion(asked)
  if (question === undefined || isRefused(plainText(asked, vocabulary)))
    return readSentence(asked, facts, memory, vocabulary)
  const told = before === '' ? memory : toldIn(plainText(before, vocabulary), facts, memory)
  const read = readSentence(question, facts, told, vocabulary)
  return read.intent === 'unknown' ? readSentence(asked, facts, memory, vocabulary) : read
}

function lastQuestion(asked: string): { readonly question: string | undefined; readonly before: string } {
  const sentences = asked.split(/(?<=[.!?])\s+(?=\S)/)
  const at = sentences.length < 2 ? -1 : sentences.findLastIndex((sentence) => sentence.trimEnd().endsWith('?'))
  return { question: sentences[at], before: sentences.slice(0, Math.max(at, 0)).join(' ') }
}

/** What a question that says `that` or `it` goes on from. */
function toldIn(text: string, facts: CoachFacts, memory: Memory): Memory {
  const { named } = findMetrics(text, facts.metrics)
  const period = periodsIn(text, calendarOf(facts), memory.period).at(-1)?.period
  const metric = named.at(-1)?.metric.id
  return {
    ...memory,
    intent: 'log',
    ...(metric === undefined ? {} : { metric }),
    ...(period === undefined ? {} : { period: { ...period, words: '' } }),
  }
}

function readSentence(asked: string, facts: CoachFacts, memory: Memory, vocabulary: Vocabulary): Question {
  const whole = plainText(asked, vocabulary)
  const text = withoutGreeting(whole)
  const calendar = { ...calendarOf(facts), looksAhead: LOOKS_AHEAD.test(text) }
  const found = periodsIn(text, calendar, memory.period)
  // Days are not amounts, and `march` is nothing to be walked.
  const rest = found.reduce((left, { at, end }) => left.slice(0, at) + '_'.repeat(end - at) + left.slice(end), text)
  const { named, hinted, alluded, unkept } = findMetrics(rest, facts.metrics)
  const named1 = named.map(({ metric }) => metric)
  const guessed = named1.length > 0 || unkept !== undefined ? named1 : guess(hinted, rest, text, facts)
  const weekdays = weekdaysIn(rest)
  const periods = found.map(({ period }) => period)
  const goesOn = GOES_ON.test(text)
  const asks = intentOf(text, {
    whole,
    metrics: named1.length,
    about: new Set([...named1, ...alluded]).size,
    periods: periods.length + (besideWeekends(rest) ? 2 : 0),
    isAhead: periods.length > 0 && periods.every(({ from }) => from > facts.today),
    isDay: periods.length === 1 && periods[0]?.piece === 'day',
    hasBound: guessed.some((metric) => boundIn(rest, metric, facts.units) !== undefined),
    hasWeekdays: weekdays !== undefined,
    hasAmount: amountsIn(rest).length > 0,
    isLater: periods.some(({ piece }) => piece !== 'day'),
  })
  // `And the longest?`, of days in a row.
  const own = asks === 'extreme' && memory.intent === 'streak' && goesOn && guessed.length === 0 ? 'streak' : asks
  const follows =
    own === undefined
      ? followed(memory, {
          text,
          goesOn,
          hasMetric: guessed.length > 0,
          hasPeriod: periods.length > 0,
          hasAmount: amountsIn(rest).length > 0,
          hasStatistic: statisticIn(text) !== undefined,
        })
      : undefined
  const intent = own ?? follows ?? plainIntent(guessed, periods, weekdays !== undefined, unkept)
  const isOpen = own === undefined || goesOn || NEEDS_METRIC.has(intent)
  const remembered = isOpen && own !== 'overview' ? facts.metrics.find(({ id }) => id === memory.metric) : undefined
  const takesMetric =
    guessed.length === 0 &&
    unkept === undefined &&
    remembered !== undefined &&
    (NEEDS_METRIC.has(intent) || goesOn || own === undefined)
  // `What moved this week?` is about no walking.
  const meant = intent === 'change' ? named1 : guessed
  const metrics = takesMetric ? [remembered] : meant
  const [metric] = metrics
  const isFollowUp = memory.intent !== undefined && (follows !== undefined || goesOn || takesMetric)
  const nightly = metric?.id === 'sleep' && /\blast night\b/.test(text)
  const asOf = nightly ? periods.map((one) => (one.piece === 'day' ? toToday(one, calendar) : one)) : periods
  const spans = withWeekdays(asOf, weekdays, calendar, { intent, text })
  const amount = metric === undefined ? undefined : amountOf(rest, metric, facts)
  const bound =
    metric === undefined ? undefined : (boundIn(rest, metric, facts.units) ?? plainBound(metric, amount, intent, text))
  const kept =
    spans.length === 0 && isFollowUp && memory.period !== undefined && !/\b(?:ever|all time)\b/.test(text)
      ? [memory.period]
      : spans
  return {
    intent: unkept !== undefined && metrics.length === 0 && ASKS_METRIC.has(intent) ? 'unknown' : intent,
    text,
    metrics,
    periods: kept,
    statistic: statisticIn(text) ?? (isFollowUp ? memory.statistic : undefined),
    bound: bound ?? (isFollowUp && intent === memory.intent && metric?.id === memory.metric ? memory.bound : undefined),
    amount,
    unkept,
    calendar,
  }
}

const LOOKS_AHEAD =
  /\b(?:will|shall|going to|forecast\w*|predict\w*|expect(?:ed)?|project(?:ed|ion|ions)|outlook|likely|upcoming)\b/

const NEEDS_METRIC: ReadonlySet<Intent> = new Set(['value', 'count', 'extreme', 'trend'])
const ASKS_METRIC: ReadonlySet<Intent> = new Set([
  'value',
  'count',
  'extreme',
  'trend',
  'compare',
  'overview',
  'forecast',
  'change',
  'why',
  'unknown',
])
/** What may be asked again of another metric or of other days. */
const FOLLOWED: ReadonlySet<Intent> = new Set([
  'overview',
  'change',
  'why',
  'compare',
  'value',
  'count',
  'extreme',
  'trend',
  'forecast',
  'goal',
  'streak',
  'next',
])

function followed(
  { intent }: Memory,
  { text, goesOn, hasMetric, hasPeriod, hasAmount, hasStatistic }: Named,
): Intent | undefined {
  if (intent === undefined) return undefined
  if (intent === 'log' && hasAmount && goesOn) return intent
  if (!FOLLOWED.has(intent)) return undefined
  if (/\b(?:did|was|were|is|are|do|how (?:much|many))\b/.test(text) && hasMetric && !goesOn) return undefined
  const isBounded = hasAmount && (intent === 'count' || intent === 'streak' || intent === 'goal')
  const isOther = hasStatistic && goesOn && (intent === 'value' || intent === 'extreme' || intent === 'streak')
  return hasMetric || hasPeriod || isBounded || isOther ? intent : undefined
}

interface Named {
  readonly text: string
  readonly goesOn: boolean
  readonly hasMetric: boolean
  readonly hasPeriod: boolean
  readonly hasAmount: boolean
  readonly hasStatistic: boolean
}

function plainIntent(
  metrics: readonly Metric[],
  periods: readonly Span[],
  hasWeekdays: boolean,
  unkept: string | undefined,
): Intent {
  if (metrics.length > 0) return 'value'
  if (unkept !== undefined) return 'unknown'
  return periods.length > 0 || hasWeekdays ? 'overview' : 'unknown'
}

/** What a question is about that names no metric: `nights over 8 hours`, `days over 10000`. */
function guess(hinted: readonly Metric[], rest: string, text: string, { metrics }: CoachFacts): readonly Metric[] {
  const [first] = hinted
  if (first !== undefined) return [first]
  if (/\blast night\b/.test(text)) return metrics.filter(({ id }) => id === 'sleep')
  const amount = amountsIn(rest)[0]
  if (
    amount !== undefined &&
    amount.unit === undefined &&
    amount.figure >= 3000 &&
    /\bdays?\b|\breach|\bhit\b/.test(text)
  )
    return metrics.filter(({ id }) => id === 'steps')
  return []
}

function withoutGreeting(text: string): string {
  const greeting =
    /^(?:(?:hi|hello|hey|hiya|good morning|good evening|good afternoon|ok|okay|so|well|please|thanks|thank you|coach)(?: coach| there)? )+(?=\w+ )/.exec(
      text,
    )
  return greeting === null || /^(?:good )?(?:morning|evening|afternoon)$/.test(text.slice(greeting[0].length))
    ? text
    : keptQuestion(text, greeting[0])
}

/** What is left after a greeting, unless that is nothing of its own. */
function keptQuestion(text: string, greeting: string): string {
  const rest = text.slice(greeting.length)
  return rest.split(' ').length > 2 ? rest : text
}

function statisticIn(text: string): Statistic | undefined {
  return STATISTICS.find(([, words]) => words.test(text))?.[0]
}

/** In the order in which they are looked for: `most steps in a day` is no average. */
const STATISTICS: readonly (readonly [Statistic, RegExp])[] = [
  ['median', /\bmedian\b/],
  ['mean', /\baverage\w*\b|\bmean\b/],
  ['sum', /\btotal\b|\bsum\b|\baltogether\b|\bcombined\b|\bin all\b|\badd(?:s|ed)? up\b|\bcumulative\b/],
  ['min', /\b(?:lowest|minimum|least|smallest|fewest|shortest|lightest|worst|saddest|poorest|laziest|low)\b/],
  [
    'max',
    /\b(?:highest|maximum|most(?! recent)|biggest|longest|heaviest|best|peak|record|happiest|greatest|largest|furthest|farthest|high)\b/,
  ],
  [
    'mean',
    /\bper (?:day|night)\b|\b(?:a|each|every) (?:day|night)\b|\bdaily\b|\bnightly\b|\btypical(?:ly)?\b|\busually\b/,
  ],
]

/** `How many days did I walk 10000 steps`: an amount alone is reached, and a rating is given. */
function plainBound(metric: Metric, amount: number | undefined, intent: Intent, text: string): Bound | undefined {
  if (amount === undefined) return undefined
  const isAsked =
    intent === 'count' || intent === 'streak' || (intent === 'value' && /^(?:did|have|was|were|had) /.test(text))
  if (!isAsked) return undefined
  if (metric.quantity === 'rating') return { low: amount, high: amount, isStrict: false }
  return metric.direction === 'down' ? { high: amount, isStrict: false } : { low: amount, isStrict: false }
}

function amountOf(rest: string, metric: Metric, { units }: CoachFacts): number | undefined {
  for (const amount of amountsIn(rest)) {
    const stored = storedAmount(amount, metric, units)
    if (stored !== undefined) return stored
  }
  return undefined
}

const toToday = (span: Span, { today }: Calendar): Span => {
  const next = fromEpochDay(toEpochDay(span.from) + 1)
  return next > today ? span : { ...span, from: next, to: next }
}

/** Weekdays alone are those of the last twelve weeks; of two groups, both. */
function withWeekdays(
  periods: readonly Span[],
  weekdays: Span['weekdays'],
  calendar: Calendar,
  { intent, text }: { readonly intent: Intent; readonly text: string },
): readonly Span[] {
  if (weekdays === undefined) return periods
  const bases: readonly Span[] = periods.length > 0 ? periods : [recentWeeks(calendar)]
  const isPair = intent === 'compare'
  return bases.flatMap((base) => {
    const one: Span = { ...base, piece: base.piece === 'day' ? 'days' : base.piece, weekdays }
    if (isPair && weekdays.length === 2 && weekdays.join('') !== '67') {
      const [first, second] = /\b(\w+day)s\b.*\b(\w+day)s\b/.test(text) ? inOrder(weekdays, text) : weekdays
      return [first, second].flatMap((day) => (day === undefined ? [] : [{ ...one, weekdays: [day] }]))
    }
    const others = ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => !weekdays.includes(day))
    return isPair && periods.length < 2 && weekdays.length < 7 ? [one, { ...one, weekdays: others }] : [one]
  })
}

const NAMES = ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays']

/** As they are named. */
function inOrder(weekdays: readonly Weekday[], text: string): readonly Weekday[] {
  const at = (day: Weekday) => text.indexOf(NAMES[day - 1] ?? '')
  return weekdays.toSorted((a, b) => at(a) - at(b))
}

const WEEKS = 12

function recentWeeks({ today, first }: Calendar): Span {
  const from = fromEpochDay(toEpochDay(today) - 7 * WEEKS + 1)
  return { from: from < first ? first : from, to: today, piece: 'days' }
}

export function calendarOf({ today, weekStart, series, timeZone, locale }: CoachFacts): Calendar {
  let first: CivilDate | undefined
  for (const { start, values } of series) {
    const at = values.findIndex((value) => !Number.isNaN(value))
    if (at < 0) continue
    const date = fromEpochDay(toEpochDay(start) + at)
    if (first === undefined || date < first) first = date
  }
  const region = regionOf(timeZone, locale)
  return {
    today,
    weekStart,
    first: first === undefined || first > today ? today : first,
    isMonthFirst: region === 'US',
    isSouthern:
      region === 'AU' ||
      region === 'NZ' ||
      /^(?:Africa\/Johannesburg|America\/(?:Argentina|Sao_Paulo|Santiago|Montevideo))/.test(timeZone),
  }
}
