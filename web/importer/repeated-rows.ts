import type { Metric } from '../../shared/metric/metric.ts'
import type { Moment } from './date-text.ts'

/** A row with fewer filled cells and no time of day is too little to call it the same record. */
const TELLING_CELLS = 4

/**
 * Knows a record that the file holds twice in a row: every cell alike, steps or sleep in it, and either a time of day
 * or enough other cells. Nobody sleeps the same minutes twice. Food may well be eaten twice, so it never counts here.
 */
export class RepeatedRows {
  #before: readonly string[] = []

  isRepeat(cells: readonly string[], moment: Moment, metrics: readonly Metric[]): boolean {
    const before = this.#before
    this.#before = cells
    if (before.length !== cells.length || !cells.every((cell, index) => cell === before[index])) return false
    const measured = metrics.some(
      ({ builtIn, quantity }) => builtIn && (quantity === 'count' || quantity === 'duration'),
    )
    return measured && (moment.timed || cells.filter((cell) => cell.trim() !== '').length >= TELLING_CELLS)
  }
}
