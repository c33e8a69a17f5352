import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../shared/calendar/civil-date.ts'
import { MONTHS } from './months.ts'
import {
  ago,
  type Calendar,
  day,
  days,
  daysBack,
  isoWeek,
  lastOf,
  latestDate,
  latestDayOfMonth,
  month,
  monthBegun,
  periodAfter,
  periodBefore,
  piece,
  quarter,
  rolling,
  type Span,
  season,
  toDate,
  week,
  weekdayDate,
  weekend,
  yearBefore,
  yearSpan,
} from './spans.ts'
import { WEEKDAY, weekdayNamed } from './weekdays.ts'

export interface FoundPeriod {
  readonly period: Span
  readonly at: number
  readonly end: number
}

const MONTH = `(${MONTHS.join('|')})`
const UNIT = '(days?|nights?|weeks?|fortnights?|months?|quarters?|years?|weekends?)'
const NTH = '(\\d{1,2})(?: (?:st|nd|rd|th))?'
const YEAR = '((?:19|20)\\d{2})'

/** Feasts that are on the same day each year, the longer names first. */
const FEASTS: Readonly<Record<string, readonly [number, string]>> = {
  'christmas eve': [24, 'december'],
  christmas: [25, 'december'],
  'new years eve': [31, 'december'],
  'new year eve': [31, 'december'],
  'new years': [1, 'january'],
  'new year': [1, 'january'],
  halloween: [31, 'october'],
}

type Make = (match: RegExpExecArray, calendar: Calendar, text: string) => Span | undefined

/** Patterns of a single period, the longer ones first. Each is tried where a word begins. */
const ATOMS: readonly (readonly [RegExp, Make])[] = [
  [/((?:19|20|21)\d{2})-(\d{1,2})-(\d{1,2})/y, ([, y, m, d]) => dayOrNone(civilDate(Number(y), Number(m), Number(d)))],
  [/((?:19|20|21)\d{2})-(\d{1,2})(?!\d)/y, ([, y, m]) => month(Number(y), Number(m))],
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{2,4})/y,
    ([, a, b, y], { isMonthFirst }) => {
      const [d, m] = isMonthFirst ? [Number(b), Number(a)] : [Number(a), Number(b)]
      return dayOrNone(civilDate(fullYear(Number(y)), m, d) ?? civilDate(fullYear(Number(y)), d, m))
    },
  ],
  [
    /(\d{1,2})\.(\d{1,2})\.(\d{2,4})/y,
    ([, d, m, y]) => dayOrNone(civilDate(fullYear(Number(y)), Number(m), Number(d))),
  ],
  [
    /(\d{1,2})\/(\d{1,2})(?!\/|\d)/y,
    ([, a, b], calendar) => {
      const [d, m] = calendar.isMonthFirst ? [Number(b), Number(a)] : [Number(a), Number(b)]
      return m > 12 ? latestDate(d, m, calendar) : latestDate(m, d, calendar)
    },
  ],
  [
    new RegExp(
      `(?:the )?${NTH} (?:to|until|till|through|and|-) (?:the )?${NTH}(?: of)? ${MONTH}(?: (?:of )?${YEAR})?`,
      'y',
    ),
    ([, a, b, name, y], calendar) => daysOfMonth(Number(a), Number(b), name, y, calendar),
  ],
  [
    new RegExp(
      `${MONTH} (?:the )?${NTH} (?:to|until|till|through|and|-) (?:the )?${NTH}(?!\\d)(?! ?[a-z]+ (?:to|and) )(?: (?:of )?${YEAR})?`,
      'y',
    ),
    ([, name, a, b, y], calendar) => daysOfMonth(Number(a), Number(b), name, y, calendar),
  ],
  [
    new RegExp(`(?:the )?${NTH} (?:of )?${MONTH}(?: (?:of )?(?:${YEAR}|(last year|this year)))?`, 'y'),
    ([, d, name, y, said], calendar) => dayOfMonth(Number(d), name, y, said, calendar),
  ],
  [
    new RegExp(
      `${MONTH} (?:the )?${NTH}(?!\\d| ?(?:steps|kg|kcal|hours|g\\b))(?: (?:of )?(?:${YEAR}|(last year|this year)))?`,
      'y',
    ),
    ([, name, d, y, said], calendar) => dayOfMonth(Number(d), name, y, said, calendar),
  ],
  [
    new RegExp(`exactly (\\d{1,4}) ${UNIT} ago|(\\d{1,4}) ${UNIT} ago today`, 'y'),
    ([, n, unit, n2, unit2], { today }) => day(daysBack(today, Number(n ?? n2), unit ?? unit2 ?? '')),
  ],
  [/(?:the )?day before yesterday/y, (_, { today }) => day(addDays(today, -2))],
  [/(?:the )?night before last/y, (_, { today }) => day(addDays(today, -1))],
  [/yesterday/y, (_, { today }) => day(addDays(today, -1))],
  [/(?:today|tonight|this (?:morning|afternoon|evening)|right now)/y, (_, { today }) => day(today)],
  [/(?:the )?day after tomorrow/y, (_, { today }) => day(addDays(today, 2))],
  [/tomorrow/y, (_, { today }) => day(addDays(today, 1))],
  [new RegExp(`(\\d{1,4}) ${UNIT} ago`, 'y'), ([, n, unit = ''], calendar) => ago(Number(n), unit, calendar)],
  [
    new RegExp(`(?:the )?(?:last|past|previous|prior|most recent|recent) (\\d{1,4}) ${UNIT}`, 'y'),
    ([, n, unit = ''], calendar) => rolling(Number(n), unit, calendar),
  ],
  [
    new RegExp(`(?:the )?(?:next|coming|following|upcoming) (\\d{1,4}) ${UNIT}`, 'y'),
    ([, n, unit = ''], { today }) => days(addDays(today, 1), lastOf(addDays(today, 1), Number(n), unit)),
  ],
  [/(?:the )?(?:coming|next) days/y, (_, { today }) => days(addDays(today, 1), addDays(today, 7))],
  [/(?:the )?past (?:day)/y, (_, { today }) => day(addDays(today, -1))],
  [
    /(?:in|over|during|for|within|of) the last (week|month|quarter|year)(?! of (?:the|my|last|this|\d|january|february|march|april|may|june|july|august|september|october|november|december)\b|ly)/y,
    ([, unit = ''], calendar) => rolling({ week: 7, month: 30, quarter: 90, year: 365 }[unit] ?? 1, 'days', calendar),
  ],
  [
    /(?:for|during|over) the (week|month|year)(?! of| ago| before)/y,
    ([, unit = ''], calendar) => toDate(unit, calendar),
  ],
  [/(?:the )?past week(?!end)/y, (_, calendar) => rolling(1, 'weeks', calendar)],
  [/(?:the )?(?:past|last) fortnight/y, (_, calendar) => rolling(2, 'weeks', calendar)],
  [/(?:the )?past month/y, (_, { today }) => days(addDays(today, -29), today)],
  [/(?:the )?past quarter/y, (_, { today }) => days(addDays(today, -89), today)],
  [/(?:the )?past year/y, (_, { today }) => days(addDays(today, -364), today)],
  [/(?:the )?(week|month|year) before last/y, ([, unit = ''], calendar) => piece(unit, -2, calendar)],
  [
    new RegExp(`(?:the )?(first|last|1 st|second|third) week (?:of|in) ${MONTH}(?: (?:of )?${YEAR})?`, 'y'),
    ([, which = '', name, y], calendar) => weekOfMonth(which, name, y, calendar),
  ],
  [
    new RegExp(`(?:in )?(\\d{1,3}) ${UNIT} from (?:now|today)`, 'y'),
    ([, n, unit = ''], { today }) => day(addDays(lastOf(today, Number(n), unit), 1)),
  ],
  [
    new RegExp(`in (?:about )?(\\d{1,3}) ${UNIT}(?! ago)`, 'y'),
    ([, n, unit = ''], calendar) =>
      calendar.looksAhead === true
        ? day(addDays(lastOf(calendar.today, Number(n), unit), 1))
        : // `The most in one night` names none.
          n === '1' && /^(?:day|night)/.test(unit)
          ? undefined
          : rolling(Number(n), unit, calendar),
  ],
  [
    /(?:the )?(?:start|beginning) of (?:the |this )?(week|month|quarter|year)/y,
    ([, unit = ''], calendar) => {
      const { from } = piece(unit, 0, calendar)
      return unit === 'week' ? day(from) : days(from, addDays(from, unit === 'month' ? 2 : 6))
    },
  ],
  [
    /(?:the )?end of (?:the |this )?(week|month|quarter|year)/y,
    ([, unit = ''], calendar) => (calendar.looksAhead === true ? day(piece(unit, 0, calendar).to) : undefined),
  ],
  [
    new RegExp(`(?:calendar |iso )?week (?:number )?(\\d{1,2})(?! (?:days|ago))(?: (?:of |in )?${YEAR})?`, 'y'),
    ([, n, y], calendar) => isoWeek(Number(n), y === undefined ? yearOf(calendar.today) : Number(y), calendar),
  ],
  [
    new RegExp(`(?:on )?(?:the )?(last|this|next|past|previous|coming)? ?${WEEKDAY} (last|this|next) week`, 'y'),
    ([, , name = '', which = ''], calendar) => {
      const { from } = piece('week', which === 'last' ? -1 : which === 'next' ? 1 : 0, calendar)
      return day(addDays(from, (weekdayNamed(name) - weekdayOf(from) + 7) % 7))
    },
  ],
  [
    new RegExp(`(?:(last|this|next|past|previous|coming) )?${WEEKDAY}(?:'s)?(?! ?s\\b)`, 'y'),
    ([, which = '', name = ''], calendar) => day(weekdayDate(which, weekdayNamed(name), calendar)),
  ],
  [/(?:the )?(last|past|previous|this|next|coming) weekend/y, ([, which = ''], calendar) => weekend(which, calendar)],
  [/(?:the|at|over the|on the) weekend(?! ?(?:days|s))/y, (_, calendar) => weekend('the', calendar)],
  [
    /(?:so far )?(?:this|current) (week|month|quarter|year)(?: so far)?/y,
    ([, unit = ''], calendar) => toDate(unit, calendar),
  ],
  [/my (week|month|quarter|year)(?! (?:ago|before))/y, ([, unit = ''], calendar) => toDate(unit, calendar)],
  [/my day/y, (_, { today }) => day(today)],
  [/my weekend/y, (_, calendar) => weekend('the', calendar)],
  [/(week|month|quarter|year) to date/y, ([, unit = ''], calendar) => toDate(unit, calendar)],
  [/([my])td/y, ([, unit], calendar) => toDate(unit === 'y' ? 'year' : 'month', calendar)],
  [
    /(?:the )?(?:last|previous) (week|month|quarter|year)(?!s)/y,
    ([, unit = ''], calendar) => piece(unit, -1, calendar),
  ],
  [
    /(?:the )?(?:next|coming|following) (week|month|quarter|year)/y,
    ([, unit = ''], calendar) => piece(unit, 1, calendar),
  ],
  [
    new RegExp(`${MONTH}(?: ${MONTH})+ (?:and|to) ${MONTH}`, 'y'),
    ([, one, , two], calendar) => {
      const [first, last] = [monthOfYear(one, undefined, calendar), monthOfYear(two, undefined, calendar)]
      if (first === undefined || last === undefined) return undefined
      return days(first.from <= last.to ? first.from : yearBefore(first).from, last.to)
    },
  ],
  [
    new RegExp(
      `(?:the )?(?:(beginning|start|end|first half|second half|1 st half) of )?(?:(last|this|next) )?${MONTH}(?: (?:of )?(?:${YEAR}|(last year|this year)))?`,
      'y',
    ),
    (match, calendar, text) => namedMonth(match, calendar, text),
  ],
  [
    new RegExp(
      `(?:the )?(?:(last|this|past|next) )?(spring|summer|autumn|winter|(?<=(?:last|this|past|next|in|during|since|the|of|over|to|vs) )fall)(?: (?:of )?(?:${YEAR}|(last year|this year)))?`,
      'y',
    ),
    ([, which = '', name = '', y, said], calendar) => season(which, name, y ?? saidYear(said, calendar), calendar),
  ],
  [
    new RegExp(`q ?([1-4])(?: (?:of )?${YEAR})?`, 'y'),
    ([, q, y], calendar) => quarter(Number(q), y === undefined ? undefined : Number(y), calendar),
  ],
  [
    new RegExp(`(?:the )?([1-4])(?: (?:st|nd|rd|th))? quarter(?: (?:of )?${YEAR})?`, 'y'),
    ([, nth, y], calendar) => quarter(Number(nth), y === undefined ? undefined : Number(y), calendar),
  ],
  [
    new RegExp(`(?:the )?(first|last) (\\d{1,2}) days (?:of|in) ${MONTH}(?: (?:of )?${YEAR})?`, 'y'),
    ([, which, n, name, y], calendar) => {
      const span = monthOfYear(name, y, calendar)
      const by = Number(n) - 1
      if (span === undefined) return undefined
      return which === 'first' ? days(span.from, addDays(span.from, by)) : days(addDays(span.to, -by), span.to)
    },
  ],
  [
    new RegExp(
      `(?:the )?(?:(first|second) half of (?:the year|this year|(last year)|${YEAR})|h([12])(?: ${YEAR})?)`,
      'y',
    ),
    ([, which, last, y, h, year], calendar) => {
      const of = Number(y ?? year ?? saidYear(last ?? 'this year', calendar))
      const q = which === 'second' || h === '2' ? 3 : 1
      return days(quarter(q, of, calendar).from, quarter(q + 1, of, calendar).to)
    },
  ],
  [
    /(?:the )?(?:last|past|previous) (\d{1,4})(?=$| (?:was|is|were|did|have|had|do|i)\b)/y,
    ([, n], calendar) => rolling(Number(n), 'days', calendar),
  ],
  [
    new RegExp(
      `(?<=(?:in|during|since|year|vs|versus|with|compare|before|after) )${YEAR}|(?<=(?:was|were|is|go) )${YEAR}(?= (?:better|worse|different|good|bad)|$)`,
      'y',
    ),
    ([, y, last]) => yearSpan(Number(y ?? last)),
  ],
  [
    // What may be an amount as well.
    new RegExp(
      `(?<=(?:for|of|from|to|until|till|than|and|about|between|-) )${YEAR}(?! ?(?:steps|kcal|calories|g\\b|cal))`,
      'y',
    ),
    ([, y]) => yearSpan(Number(y)),
  ],
  [
    new RegExp(`(${Object.keys(FEASTS).join('|')})(?: day)?(?: (?:of |in )?(?:${YEAR}|(last year|this year)))?`, 'y'),
    ([, feast = '', y, said], calendar) => {
      const [d, name] = FEASTS[feast] ?? []
      return d === undefined ? undefined : dayOfMonth(d, name, y, said, calendar)
    },
  ],
  [
    new RegExp(`(?:on )?the (\\d{1,2}) (?:st|nd|rd|th)\\b(?! (?:of )?${MONTH})`, 'y'),
    ([, d], calendar) => latestDayOfMonth(Number(d), calendar),
  ],
  [/last night/y, (_, { today }) => day(addDays(today, -1))],
]

/** Whole words before which a period of several days may stand open on one side. */
const SINCE =
  /(?:ever )?since (?:the )?|from (?=(?:[^ -]+ ){1,4}on(?:wards?)?\b)|starting (?:from |in |on )?|beginning (?:in |on |from )/y
const BEFORE = /(?:before|prior to|(?<!measures? |stacks? )up to|until|till) (?:the )?/y
const AFTER = /after (?:the )?/y
const BETWEEN = /(?:from|between) (?:the )?/y
const JOIN = /(?: (?:to|until|till|through|thru|and|-|up to) (?:the )?)/y
const ALL =
  /\b(all time|of all time|all[- ]time|ever(?! so)|overall|so far|all (?:my |the )?(?:days|data|history|records)|(?:entire|whole|full) (?:history|time|record)|in total history|since (?:i (?:started|began)(?: \w+)?|the (?:very )?(?:beginning|start)(?: of (?:time|my records))?|day 1))\b/

/** The periods that a text names, in its order, and those that are meant by the one before (`the week before`), which may be `before`. */
export function periodsIn(text: string, calendar: Calendar, before?: Span): FoundPeriod[] {
  const found: FoundPeriod[] = []
  let at = 0
  while (at < text.length) {
    const one = periodAt(text, at, calendar) ?? relativeAt(text, at, found.at(-1)?.period ?? before, calendar)
    if (one === undefined) at = nextWord(text, at)
    else {
      found.push(one)
      at = one.end > at ? one.end : nextWord(text, at)
    }
  }
  if (found.length > 0) return found
  const all = ALL.exec(text)
  if (all === null) return []
  const { first, today } = calendar
  return [{ period: { from: first, to: today, piece: 'all' }, at: all.index, end: all.index + all[0].length }]
}

const nextWord = (text: string, at: number) => {
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space + 1
}

function periodAt(text: string, at: number, calendar: Calendar): FoundPeriod | undefined {
  const { today, first } = calendar
  const between = lead(BETWEEN, text, at)
  const start = between ?? at
  const open = lead(SINCE, text, at)
  if (open !== undefined) {
    const one = atomAt(text, open, calendar) ?? agoless(text, open, calendar)
    if (one !== undefined) {
      const wards = /^ on(?:wards?)?\b/.exec(text.slice(one.end))
      return { period: days(one.period.from, today), at, end: one.end + (wards?.[0].length ?? 0) }
    }
  }
  const one = weekAt(text, start, calendar) ?? atomAt(text, start, calendar)
  if (one !== undefined) {
    const join = lead(JOIN, text, one.end)
    const isAnd = join !== undefined && /^ and /.test(text.slice(one.end))
    const second = join === undefined || (isAnd && between === undefined) ? undefined : atomAt(text, join, calendar)
    if (second !== undefined) {
      // `compare March to April` holds two periods beside each other; `from March to April` is one.
      const isPair = /\bcompar|\bdifferences? (?:in [\w ]+ )?between\b/.test(text)
      if (!isPair) {
        const first = yearOfLater(text.slice(at, one.end), one.period, text.slice(join, second.end), second.period)
        return { period: joined(first, second.period), at, end: second.end }
      }
    }
    return { ...one, at }
  }
  for (const [pattern, make] of [
    [BEFORE, (span: Span) => days(first, addDays(span.from, -1))],
    [AFTER, (span: Span) => days(addDays(span.to, 1), today)],
  ] as const) {
    const begin = lead(pattern, text, at)
    const of = begin === undefined ? undefined : atomAt(text, begin, calendar)
    if (of !== undefined) return { period: make(of.period), at, end: of.end }
  }
  return undefined
}

const WEEK_OF =
  /(?:the )?week (?:of|starting|beginning|commencing|from|with|around|containing|that (?:began|started) on) (?:on )?(?:the )?/y

/** `the week of 3 March`: the week that holds the day. */
function weekAt(text: string, at: number, calendar: Calendar): FoundPeriod | undefined {
  const begin = lead(WEEK_OF, text, at)
  const one = begin === undefined ? undefined : atomAt(text, begin, calendar)
  return one?.period.piece === 'day' ? { period: week(one.period.from, calendar), at, end: one.end } : undefined
}

/** `January to March 2024`: the year that the later one has is that of both. */
function yearOfLater(one: string, first: Span, two: string, second: Span): Span {
  if (HAS_YEAR.test(one) || !HAS_YEAR.test(two)) return first
  const moved = { ...first, from: inYear(first.from, second.to), to: inYear(first.to, second.to) }
  return moved.from <= second.to ? moved : yearBefore(moved)
}

const HAS_YEAR = /\b(?:19|20)\d{2}\b/

const inYear = (date: CivilDate, other: CivilDate): CivilDate => addMonths(date, 12 * (yearOf(other) - yearOf(date)))

/** `June 2025 to March`: the later one has no year of its own and comes after the first. */
function joined(one: Span, two: Span): Span {
  if (two.to >= one.from) return days(one.from, two.to)
  const moved = addMonths(two.to, 12)
  return moved >= one.from ? days(one.from, moved) : days(two.from, one.to)
}

function lead(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match === null ? undefined : at + match[0].length
}

const BEFORE_DATE = new RegExp(`(?:on )?${WEEKDAY} (?:the )?(?=\\d|${MONTH} )`, 'y')

function atomAt(text: string, at: number, calendar: Calendar): FoundPeriod | undefined {
  // `Friday the 20th`, `Friday 20 November`: the date says it all.
  const begin = lead(BEFORE_DATE, text, at)
  const dated = begin === undefined ? undefined : (atomAt(text, begin, calendar) ?? theNth(text, begin, calendar))
  if (dated?.period.piece === 'day') return { ...dated, at }
  for (const [pattern, make] of ATOMS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null || match[0].length === 0) continue
    const end = at + match[0].length
    if (/\w/.test(text[end] ?? ' ')) continue
    const period = make(match, calendar, text)
    if (period !== undefined) return { period, at, end: at + match[0].length }
  }
  return undefined
}

/** `20 th` after a weekday. */
function theNth(text: string, at: number, calendar: Calendar): FoundPeriod | undefined {
  const nth = /(\d{1,2}) (?:st|nd|rd|th)\b/y
  nth.lastIndex = at
  const match = nth.exec(text)
  const period = match === null ? undefined : latestDayOfMonth(Number(match[1]), calendar)
  return match === null || period === undefined ? undefined : { period, at, end: at + match[0].length }
}

/** `since 3 weeks`. */
function agoless(text: string, at: number, calendar: Calendar): FoundPeriod | undefined {
  const pattern = new RegExp(`(\\d{1,3}) ${UNIT}`, 'y')
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (match === null) return undefined
  return { period: rolling(Number(match[1]), match[2] ?? '', calendar), at, end: at + match[0].length }
}

const RELATIVE =
  /(?:the )?(?:(?:same|equivalent) (?:time|period|week|month|day|days)(?: of)?(?: the)? (last|previous) year|(?:a )?year (?:before|earlier)|1 year ago|(?:the )?year before)|(?:the )?(?:(week|month|year|day|period|days|weekend) before(?: that| it)?|previous (?:one|period|days)|one before|before that)|(?:the )?(?:next one|(?:one|day|week|month|year) (?:after(?: that| it)?|following))/y

/** A period named by the one that was named before it. */
function relativeAt(text: string, at: number, last: Span | undefined, calendar: Calendar): FoundPeriod | undefined {
  RELATIVE.lastIndex = at
  const match = RELATIVE.exec(text)
  if (match === null || last === undefined || /\w/.test(text[at + match[0].length] ?? ' ')) return undefined
  const end = at + match[0].length
  if (/year/.test(match[0]) && last.piece !== 'year') return { period: yearBefore(last), at, end }
  return { period: /after|following|next/.test(match[0]) ? periodAfter(last) : periodBefore(last, calendar), at, end }
}

/** Whether a text names a day that no calendar has: `30 February`, `2026-02-30`. */
export function namesNoDay(text: string): boolean {
  for (const [, y, m, d] of text.matchAll(/\b((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})\b/g))
    if (civilDate(Number(y), Number(m), Number(d)) === undefined) return true
  const days = new RegExp(
    `\\b(\\d{1,2})(?: (?:st|nd|rd|th))?(?: of)? ${MONTH}\\b|\\b${MONTH} (\\d{1,2})(?: (?:st|nd|rd|th))?\\b`,
    'g',
  )
  for (const [, before, name, other, after] of text.matchAll(days)) {
    const d = Number(before ?? after)
    // February may have 29 days.
    if (d < 1 || d > daysInMonth(2024, monthNamed(name ?? other))) return true
  }
  return false
}

const monthNamed = (name: string | undefined): number => MONTHS.indexOf(name ?? '') + 1
const fullYear = (year: number) => (year < 100 ? 2000 + year : year)
const dayOrNone = (date: CivilDate | undefined) => (date === undefined ? undefined : day(date))

const saidYear = (said: string | undefined, { today }: Calendar): string | undefined =>
  said === undefined ? undefined : String(yearOf(today) - (said === 'last year' ? 1 : 0))

function dayOfMonth(
  d: number,
  name: string | undefined,
  y: string | undefined,
  said: string | undefined,
  calendar: Calendar,
): Span | undefined {
  const year = y ?? saidYear(said, calendar)
  const at = monthNamed(name)
  return year === undefined ? latestDate(at, d, calendar) : dayOrNone(civilDate(Number(year), at, d))
}

function daysOfMonth(
  a: number,
  b: number,
  name: string | undefined,
  y: string | undefined,
  calendar: Calendar,
): Span | undefined {
  const start = dayOfMonth(a, name, y, undefined, calendar)
  if (start === undefined || b < a) return undefined
  const end = civilDate(yearOf(start.from), monthOf(start.from), b)
  return end === undefined ? undefined : days(start.from, end)
}

function namedMonth(match: RegExpExecArray, calendar: Calendar, text: string): Span | undefined {
  const [whole, part, which = '', name, y, said] = match
  const before = text.slice(0, match.index)
  // `how may I`: a verb stands alone.
  if (
    name === 'may' &&
    whole === 'may' &&
    !/(?:in|of|since|from|to|until|till|between|and|than|vs|versus|during|for|with|compare|about|this|last|next) $/.test(
      before,
    )
  )
    return undefined
  const year = y ?? saidYear(said, calendar)
  const span =
    year === undefined ? monthBegun(monthNamed(name), which, calendar) : month(Number(year), monthNamed(name))
  if (span === undefined || part === undefined) return span
  const last = daysInMonth(yearOf(span.from), monthOf(span.from))
  switch (part) {
    case 'end':
      return days(addDays(span.from, last - 10), span.to)
    case 'first half':
    case '1 st half':
      return days(span.from, addDays(span.from, 14))
    case 'second half':
      return days(addDays(span.from, 15), span.to)
    default:
      return days(span.from, addDays(span.from, 9))
  }
}

function weekOfMonth(
  which: string,
  name: string | undefined,
  y: string | undefined,
  calendar: Calendar,
): Span | undefined {
  const span = monthOfYear(name, y, calendar)
  if (span === undefined) return undefined
  if (which === 'last') return days(addDays(span.to, -6), span.to)
  const index = { second: 1, third: 2 }[which] ?? 0
  return days(addDays(span.from, 7 * index), addDays(span.from, 7 * index + 6))
}

const monthOfYear = (name: string | undefined, y: string | undefined, calendar: Calendar): Span | undefined =>
  y === undefined ? monthBegun(monthNamed(name), '', calendar) : month(Number(y), monthNamed(name))
