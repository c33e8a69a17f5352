import type { NumberMarks } from './import-types.ts'

const SPACES = /[\u0020\u00a0\u2007\u2009\u202f]/g
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i

/** How each decimal mark's numbers may be grouped: in threes, by the marks that are left. */
const GROUPED = {
  '.': /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
  ',': /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/,
} as const
const SPACED = /^[-+]?\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d*)?$/

/**
 * The number that a cell spells with these marks, or undefined. `marks.thousands` may be `''`: a mark that can only be
 * a thousands mark (`1,234` where the decimal mark is a point) is then read as one all the same, because a file's first
 * thousand may come late. Spaces and apostrophes between groups of three are always read.
 */
export function readNumber(cell: string, marks: NumberMarks): number | undefined {
  if (marks.decimal === '.' && PLAIN.test(cell)) return Number(cell)
  let text = cell.replace(SPACES, ' ').replace('−', '-').trim()
  if (SPACED.test(text)) text = text.replace(/[ '’]/g, '')
  if (GROUPED[marks.decimal].test(text)) text = text.replaceAll(marks.decimal === '.' ? ',' : '.', '')
  else if (marks.decimal === ',' && text.includes('.')) return undefined
  const figure = marks.decimal === ',' ? text.replace(',', '.') : text
  return PLAIN.test(figure) ? Number(figure) : undefined
}

/** What a cell's marks say of the file: nothing, one reading for certain, or thousands and decimals both possible. */
export type MarkClue =
  | { readonly kind: 'none' }
  | { readonly kind: 'certain'; readonly marks: NumberMarks }
  | { readonly kind: 'either'; readonly mark: '.' | ',' }
  | { readonly kind: 'no-number' }

/** Reads the marks of one cell without knowing the file's. `5.000` is `either`; `74,5` and `1.234,5` are certain. */
export function markClue(cell: string): MarkClue {
  const text = cell.replace(SPACES, ' ').replace('−', '-').trim()
  const match = /^[-+]?([\d.,' ’]*\d[.,]?)$/.exec(text)
  if (match === null) return PLAIN.test(text) ? { kind: 'none' } : { kind: 'no-number' }
  const body = match[1] ?? ''
  const points = body.split('.').length - 1
  const commas = body.split(',').length - 1
  if (points === 0 && commas === 0) return { kind: 'none' }
  if (points > 0 && commas > 0) {
    const decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ','
    return { kind: 'certain', marks: { decimal, thousands: decimal === '.' ? ',' : '.' } }
  }
  const mark = points > 0 ? '.' : ','
  if (Math.max(points, commas) > 1)
    return { kind: 'certain', marks: { decimal: mark === '.' ? ',' : '.', thousands: mark } }
  // Only one to three digits, not starting with a zero, before exactly three after: thousands are possible.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return { kind: 'either', mark }
  return { kind: 'certain', marks: { decimal: mark, thousands: '' } }
}
