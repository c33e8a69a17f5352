import { isWithinBounds, type Metric } from '../../shared/metric/metric.ts'
import { LB_PER_ST } from '../../shared/metric/unit.ts'
import { readDuration } from './duration-text.ts'
import { unitOfWord } from './header-name.ts'
import type { InputUnit, Layout, NumberMarks, ReadingRole } from './import-types.ts'
import { MOOD_WORDS } from './mood-words.ts'
import { readNumber } from './number-text.ts'
import { outOfBounds } from './reasons.ts'
import { toStored } from './unit-conversion.ts'

/** A value in the metric's stored unit and within its bounds, or why there is none; no value: nothing was measured. */
export type CellValue =
  | { readonly ok: true; readonly value: number | undefined }
  | {
      readonly ok: false
      readonly reason: string
      /** A mood word, in lower case, that nobody has said the meaning of. */
      readonly unknownWord?: string
    }

const STONES = /^(\d{1,3})\s*st(?:one)?s?\.?\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:lbs?\.?)?$/i
const SUFFIXED = /^(.*[\d.,])\s*(\p{L}{1,8})\.?$/u

/** Reads a cell that holds something. `unit` is the row's own unit, where a column names it. */
export function readValue(
  cell: string,
  metric: Metric,
  role: ReadingRole,
  layout: Pick<Layout, 'decimal' | 'thousands' | 'labels' | 'zeroIs'>,
  unit?: InputUnit,
): CellValue {
  const value = storedValue(cell, metric, role, layout, unit)
  if (value === undefined) {
    const refused = { ok: false, reason: notAValue(cell, metric, role) } as const
    return isMoodWord(cell, metric) ? { ...refused, unknownWord: cell.toLowerCase() } : refused
  }
  if (value === 0 && layout.zeroIs === 'missing') return { ok: true, value: undefined }
  if (!isWithinBounds(metric, value)) return { ok: false, reason: outOfBounds(metric, value) }
  return { ok: true, value }
}

function storedValue(
  cell: string,
  metric: Metric,
  role: ReadingRole,
  layout: Pick<Layout, 'decimal' | 'thousands' | 'labels'>,
  rowUnit: InputUnit | undefined,
): number | undefined {
  const marks = role.marks ?? layout
  if (metric.quantity === 'rating') {
    const word = cell.toLowerCase()
    const meaning = meaningOf(word, layout.labels) ?? meaningOf(word, MOOD_WORDS)
    if (meaning !== undefined) return meaning
  }
  if (metric.quantity === 'duration') {
    const hours = readDuration(cell)
    if (hours !== undefined) return hours
  }
  const stones = metric.quantity === 'mass' ? STONES.exec(cell) : null
  if (stones !== null) {
    const pounds = Number(stones[1]) * LB_PER_ST + Number((stones[2] ?? '').replace(',', '.'))
    return toStored(metric, 'lb', pounds)
  }
  const unit = rowUnit ?? role.unit
  const bare = inUnit(metric, unit, cell, marks)
  if (bare !== undefined) return bare
  const suffixed = SUFFIXED.exec(cell)
  if (suffixed === null) return undefined
  const named = unitOfWord(suffixed[2] ?? '')
  return named === undefined ? undefined : inUnit(metric, named, (suffixed[1] ?? '').trim(), marks)
}

// A word from the file may be `constructor`: only what the record itself holds counts.
const meaningOf = (word: string, words: Readonly<Record<string, number>> = {}) =>
  Object.hasOwn(words, word) ? words[word] : undefined

function inUnit(metric: Metric, unit: InputUnit, cell: string, marks: NumberMarks): number | undefined {
  const figure = readNumber(cell, marks)
  if (figure === undefined) return undefined
  // Where the rest of the column says 7:42, a bare 45 is minutes: the exporter drops the hours it has none of.
  return toStored(metric, unit === 'h:mm' ? 'min' : unit, figure)
}

const WORD_LENGTH = 40

const isMoodWord = (cell: string, { quantity }: Metric) =>
  quantity === 'rating' && cell.length <= WORD_LENGTH && !/\d/.test(cell)

function notAValue(cell: string, metric: Metric, role: ReadingRole): string {
  const shown = `“${cell.slice(0, 40)}”`
  if (role.unit === 'labels' || isMoodWord(cell, metric))
    return `${shown} is no mood word OwnIt knows. Say what it means under “Mood words”.`
  if (metric.quantity === 'duration') return `${shown} is no number of hours or minutes.`
  return `${shown} is not a number as this file writes them.`
}
