import { isWithinBounds, type Metric } from '../../shared/metric/metric.ts'
import type { DecimalMark, InputUnit, NumberMarks, ThousandsMark } from './import-types.ts'
import { markClue, readNumber } from './number-text.ts'
import { toStored } from './unit-conversion.ts'

/** The cells of one metric, whose figures are written alike. */
export interface FigureColumn {
  readonly label: string
  readonly metric: Metric
  readonly unit: InputUnit
  readonly cells: readonly string[]
}

export interface MarksGuess extends NumberMarks {
  readonly decimalBecause: string
  readonly thousandsBecause: string
  readonly sure: boolean
  /** Columns written otherwise than the file, by index in the given list. */
  readonly exceptions: ReadonlyMap<number, NumberMarks>
}

interface Verdict {
  readonly marks?: NumberMarks
  readonly witness: string
  readonly certain: boolean
}

/** Decides, from every cell of the columns that will be read, what points and commas in the numbers mean. */
export function sniffMarks(columns: readonly FigureColumn[]): MarksGuess {
  const verdicts = columns.map(verdictOf)
  const votes = { '.': 0, ',': 0 }
  for (const { marks, certain } of verdicts) if (marks !== undefined) votes[marks.decimal] += certain ? 1000 : 1
  const decimal: DecimalMark = votes[','] > votes['.'] ? ',' : '.'
  const witness = verdicts.find(({ marks }) => marks?.decimal === decimal)
  const thousands = verdicts
    .map(({ marks }) => (marks?.decimal === decimal ? marks.thousands : ''))
    .reduce<ThousandsMark>((a, b) => (a === '' ? b : a), '')
  const exceptions = new Map<number, NumberMarks>()
  verdicts.forEach(({ marks }, index) => {
    if (marks !== undefined && marks.decimal !== decimal) exceptions.set(index, marks)
  })
  const name = decimal === '.' ? 'a point' : 'a comma'
  return {
    decimal,
    thousands,
    exceptions,
    sure: exceptions.size === 0,
    decimalBecause:
      witness === undefined ? 'No number has decimals.' : `The decimal mark is ${name}, as in ${witness.witness}.`,
    thousandsBecause:
      thousands === ''
        ? 'No thousands marks seen.'
        : `${thousands === '.' ? 'Points' : thousands === ',' ? 'Commas' : 'Marks'} part thousands: ${
            verdicts.find(({ marks }) => marks?.thousands === thousands)?.witness ?? ''
          }.`,
  }
}

/** One column by itself: certain cells decide; where every marked cell has three digits after the mark, the metric does. */
function verdictOf(column: FigureColumn): Verdict {
  const votes = { '.': 0, ',': 0 }
  const either = { '.': 0, ',': 0 }
  const witness: { '.'?: string; ','?: string } = {}
  let thousands: NumberMarks | undefined
  let firstEither = ''
  let longestPlain = 0
  for (const cell of column.cells) {
    const clue = markClue(cell)
    if (clue.kind === 'certain') {
      votes[clue.marks.decimal]++
      witness[clue.marks.decimal] ??= cell
      if (clue.marks.thousands !== '') {
        thousands ??= clue.marks
        witness[clue.marks.decimal] = cell
      }
    } else if (clue.kind === 'either') {
      either[clue.mark]++
      if (firstEither === '') firstEither = cell
    } else if (clue.kind === 'none') longestPlain = Math.max(longestPlain, cell.replace(/\D/g, '').length)
  }
  if (votes['.'] + votes[','] > 0) {
    const decimal = votes[','] > votes['.'] ? ',' : '.'
    const grouping = decimal === '.' ? ',' : '.'
    const marks: NumberMarks =
      thousands?.decimal === decimal ? thousands : { decimal, thousands: either[grouping] > 0 ? grouping : '' }
    return { marks, witness: witness[decimal] ?? '', certain: true }
  }
  if (either['.'] + either[','] === 0) return { witness: '', certain: false }
  const mark = either[','] > either['.'] ? ',' : '.'
  const asThousands: NumberMarks = { decimal: mark === '.' ? ',' : '.', thousands: mark }
  const asDecimals: NumberMarks = { decimal: mark, thousands: '' }
  // 1234 without a mark beside 1.234 with one: the mark is no thousands mark.
  const grouped = longestPlain < 4 && readsBetter(column, asThousands, asDecimals)
  return { marks: grouped ? asThousands : asDecimals, witness: firstEither, certain: false }
}

/** Whether the cells as thousands are possible values where as decimals they are not, or are the likelier of the two. */
function readsBetter(column: FigureColumn, asThousands: NumberMarks, asDecimals: NumberMarks): boolean {
  const possible = (marks: NumberMarks) =>
    column.cells.filter((cell) => {
      const figure = readNumber(cell, marks)
      const value = figure === undefined ? undefined : toStored(column.metric, column.unit, figure)
      return value !== undefined && isWithinBounds(column.metric, value)
    }).length
  const thousands = possible(asThousands)
  const decimals = possible(asDecimals)
  if (isWhole(column)) return thousands >= decimals
  return thousands > decimals
}

// Nobody counts steps, kilocalories or seconds to a thousandth.
const isWhole = ({ metric, unit }: FigureColumn) =>
  metric.quantity === 'count' ||
  metric.quantity === 'energy' ||
  unit === 'min' ||
  unit === 's' ||
  unit === 'ms' ||
  unit === 'mg' ||
  (unit === 'g' && metric.quantity === 'mass')
