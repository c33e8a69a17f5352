import type { Metric } from '../../shared/metric/metric.ts'
import { readDuration } from './duration-text.ts'
import type { InputUnit } from './import-types.ts'
import { markClue } from './number-text.ts'

export interface UnitGuess {
  readonly unit: InputUnit
  readonly sure: boolean
  /** Set where the guess needs telling: the header names no unit and the stored one is not it. */
  readonly because?: string
}

/** The unit of a column whose header names none, from its figures. */
export function sniffUnit(metric: Metric, cells: readonly string[]): UnitGuess {
  if (!metric.builtIn) return { unit: 'own', sure: true }
  const figures = cells.map(roughFigure).filter((figure) => figure !== undefined)
  const middle = median(figures)
  switch (metric.quantity) {
    case 'mass':
      return middle !== undefined && middle > 140
        ? {
            unit: 'lb',
            sure: false,
            because: `half of the figures are above ${Math.floor(middle)}, so pounds are likelier than kg`,
          }
        : { unit: 'kg', sure: true }
    case 'energy':
      return middle !== undefined && middle > 5500
        ? {
            unit: 'kJ',
            sure: false,
            because: `half of the figures are above ${Math.floor(middle)}, so kJ is likelier than kcal`,
          }
        : { unit: 'kcal', sure: true }
    case 'duration':
      return durationUnit(cells, middle)
    case 'rating':
      return ratingUnit(cells, figures)
    case 'count':
      return { unit: 'count', sure: true }
    case 'plain':
      return { unit: metric.unit === 'g' ? 'g' : 'own', sure: true }
  }
}

function durationUnit(cells: readonly string[], middle: number | undefined): UnitGuess {
  const clocks = cells.filter((cell) => cell.includes(':') && readDuration(cell) !== undefined).length
  if (clocks * 2 > cells.length) return { unit: 'h:mm', sure: true, because: 'hours and minutes' }
  if (middle === undefined || middle <= 24) return { unit: 'h', sure: true }
  if (middle <= 1440) return { unit: 'min', sure: true, because: 'figures above 24 are minutes' }
  if (middle <= 86_400) return { unit: 's', sure: true, because: 'figures above 1440 are seconds' }
  return { unit: 'ms', sure: true, because: 'figures above 86 400 are milliseconds' }
}

function ratingUnit(cells: readonly string[], figures: readonly number[]): UnitGuess {
  if (figures.length * 2 < cells.length) return { unit: 'labels', sure: true, because: 'words' }
  const highest = figures.reduce((a, b) => Math.max(a, b), 0)
  if (highest <= 5) return { unit: 'rating', sure: true }
  if (highest <= 10) return { unit: 'rating-10', sure: false, because: 'figures above 5: a scale of 1 to 10' }
  return { unit: 'rating-100', sure: false, because: 'figures above 10: a scale of 0 to 100' }
}

/** The size of a figure before its marks are known: thousands or decimals make no difference to which unit it is. */
function roughFigure(cell: string): number | undefined {
  const clue = markClue(cell)
  if (clue.kind === 'no-number') return undefined
  if (clue.kind !== 'certain') return Number(cell.replace(/[\s'’]/g, '').replace(',', '.'))
  const { decimal, thousands } = clue.marks
  const whole = thousands === '' ? cell : cell.replaceAll(thousands, '')
  return Number(whole.replace(/[\s'’]/g, '').replace(decimal, '.'))
}

function median(figures: readonly number[]): number | undefined {
  const sorted = figures.filter((figure) => Number.isFinite(figure) && figure > 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
