/** A stretch of a text, in UTF-16 units, the end not included. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * The numbers in an agent's answer that the context it was given does not hold: they may be made up, or reckoned. `context`
 * is the value that was sent; empty where none was, and then every number is unknown.
 *
 * A number is known where it is one of the context's, rounded to the decimals it is written with, whatever its sign and its
 * thousands marks; as hours and minutes (`7 h 24`, `7:24`) or minutes where the context has hours; as a percentage where the
 * context has a share; or where it is written out of a date of the context. Not looked at: numbers of lists (`1.` at the
 * start of a line), ordinals, digits within a word, and the whole numbers 0 to 3, which count things in the sentence.
 */
export function unknownNumbers(text: string, context: string): TextRange[] {
  const known = knownIn(context)
  const unknown: TextRange[] = []
  let end = 0
  for (const match of text.matchAll(TOKENS)) {
    const [whole] = match
    const start = match.index
    if (start < end) continue
    end = start + whole.length
    if (!isKnown(whole, known, text.slice(0, start), text.slice(end))) unknown.push({ start, end })
  }
  return unknown
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MONTH = `(?:${MONTHS})[a-z]*\\.?`
const FIGURE = '\\d{1,3}(?:[,\\u202f\\u00a0\\u2009 ]\\d{3})+(?![\\d])(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?'

/** Dates, times, hours with minutes, and figures, the longer ones first. */
const TOKENS = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}',
    `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \\d{4})?(?![a-z])`,
    `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?![\\d])`,
    '\\d{1,2}:\\d{2}',
    '\\d{1,2} ?(?:h|hr|hrs|hours?)(?: and)? ?\\d{1,2}(?: ?(?:m|min|mins|minutes?)\\b)?',
    FIGURE,
  ].join('|'),
  'giu',
)

interface Known {
  readonly numbers: readonly number[]
  readonly dates: ReadonlySet<string>
}

/** Every number and date that stands anywhere in the context. */
function knownIn(context: string): Known {
  const numbers: number[] = []
  const dates = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'number') numbers.push(Math.abs(value))
    else if (typeof value === 'string') {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) dates.add(value)
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) look(part)
  }
  if (context !== '') look(JSON.parse(context))
  return { numbers, dates }
}

function isKnown(token: string, { numbers, dates }: Known, before: string, after: string): boolean {
  if (isExempt(token, before, after)) return true
  const date = dateIn(token)
  if (date !== undefined) return [...dates].some((one) => matchesDate(one, date))
  const time = /^(\d{1,2}) ?(?::|h|hr|hrs|hours?)(?: and)? ?(\d{1,2})/iu.exec(token)
  if (time !== null) {
    const hours = Number(time[1]) + Number(time[2]) / 60
    return numbers.some((one) => Math.abs(one - hours) <= HALF_A_MINUTE)
  }
  const figure = token.replace(/(?<=\d)[,\u202f\u00a0\u2009 ](?=\d{3}(?!\d))/gu, '').replace(',', '.')
  const value = Number(figure)
  const decimals = (figure.split('.')[1] ?? '').length
  const half = 0.5 * 10 ** -decimals + 1e-9
  if (numbers.some((one) => Math.abs(one - value) <= half)) return true
  if (/^ ?(?:min|mins|minutes?)\b/iu.test(after)) return numbers.some((one) => Math.abs(one * 60 - value) <= half)
  if (/^ ?(?:%|percent|per cent)/iu.test(after))
    return numbers.some((one) => one <= 1 && Math.abs(one * 100 - value) <= half)
  return (
    decimals === 0 &&
    value >= FIRST_YEAR &&
    value <= LAST_YEAR &&
    [...dates].some((one) => Number(one.slice(0, 4)) === value)
  )
}

const HALF_A_MINUTE = 0.5 / 60 + 1e-9
const FIRST_YEAR = 1900
const LAST_YEAR = 2200
/** Whole numbers that sentences count with. */
const SMALL = 3

function isExempt(token: string, before: string, after: string): boolean {
  if (/[\p{L}_]$/u.test(before)) return true
  if (/(?:^|\n)[ \t]*$/.test(before) && /^[.)](?:\s|$)/.test(after)) return true
  if (/^(?:st|nd|rd|th)\b/i.test(after)) return true
  return /^\d$/.test(token) && Number(token) <= SMALL && !/^ ?(?:%|[.,]\d)/.test(after)
}

interface PartOfDate {
  readonly year?: number
  readonly month: number
  readonly day: number
}

function dateIn(token: string): PartOfDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(token)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const month = new RegExp(`(${MONTHS})[a-z]*`, 'i').exec(token)
  if (month === null) return undefined
  const [day = '', year] = token.match(/\d+/g) ?? []
  const at = MONTHS.split('|').indexOf((month[1] ?? '').toLowerCase()) + 1
  return { month: at, day: Number(day), ...(year === undefined ? {} : { year: Number(year) }) }
}

function matchesDate(date: string, { year, month, day }: PartOfDate): boolean {
  const isSameDay = Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day
  return isSameDay && (year === undefined || Number(date.slice(0, 4)) === year)
}
