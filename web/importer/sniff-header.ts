import { cleanCell, isMissing } from './cell-text.ts'
import type { RawRow } from './csv-rows.ts'
import { dateParts } from './date-text.ts'
import { isTellingHeader, timeRoleOf } from './header-role.ts'
import { markClue } from './number-text.ts'

export interface HeaderGuess {
  /** Rows before the header, or before the first data row where there is none. */
  readonly skipLines: number
  readonly hasHeader: boolean
  readonly because: string
  readonly sure: boolean
}

const SEARCHED_ROWS = 40

/** Finds the header among a file's first rows: the first row that names a date and something else, or looks like names. `fixed` is what a person said of that row. */
export function sniffHeader(rows: readonly RawRow[], fixed?: boolean): HeaderGuess {
  const guess = guessHeader(rows)
  if (fixed === undefined || fixed === guess.hasHeader) return guess
  const because = `Row ${guess.skipLines + 1} is taken for ${fixed ? 'the names of the columns' : 'data'}, as you chose.`
  return { ...guess, hasHeader: fixed, because, sure: true }
}

function guessHeader(rows: readonly RawRow[]): HeaderGuess {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (first < 0) return { skipLines: 0, hasHeader: false, because: 'The file has no rows.', sure: false }
  const searched = rows.slice(0, SEARCHED_ROWS)
  const named = searched.findIndex(({ cells }) => namesColumns(cells))
  const telling = named >= 0 ? named : searched.findIndex(({ cells }) => cells.some(isTellingHeader) && !isData(cells))
  if (telling >= 0) {
    const before =
      telling === first ? '' : ` after ${telling - first} line${telling - first === 1 ? '' : 's'} of other text`
    return {
      skipLines: telling,
      hasHeader: true,
      because: `Row ${telling + 1} names the columns${before}.`,
      sure: true,
    }
  }
  const data = searched.findIndex(({ cells }) => isData(cells))
  if (data < 0)
    return { skipLines: first, hasHeader: true, because: 'The first row is taken for the header.', sure: false }
  const above = data > first ? searched[data - 1] : undefined
  const width = searched[data]?.cells.length ?? 0
  if (above !== undefined && above.cells.length === width && !isData(above.cells))
    return {
      skipLines: data - 1,
      hasHeader: true,
      because: `Row ${data} has words where the rows below have figures.`,
      sure: true,
    }
  return {
    skipLines: data,
    hasHeader: false,
    because: 'The first row is data already, so the columns have no names.',
    sure: false,
  }
}

/** A time's name and, beside it, another telling one. */
export function namesColumns(cells: readonly string[]): boolean {
  const telling = cells.filter(isTellingHeader)
  return telling.length > 1 && telling.some((cell) => timeRoleOf(cell) !== undefined) && !isData(cells)
}

/** A row with a date or mostly figures. */
function isData(cells: readonly string[]): boolean {
  const filled = cells.map(cleanCell).filter((cell) => !isMissing(cell))
  const figures = filled.filter((cell) => markClue(cell).kind !== 'no-number').length
  return filled.some((cell) => dateParts(cell) !== undefined) || (filled.length > 0 && figures > filled.length / 2)
}
