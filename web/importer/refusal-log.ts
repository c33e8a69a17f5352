import { REFUSED_KEPT, type Refused } from './import-types.ts'

const CELL_LENGTH = 80

/** Counts every refused cell and keeps the first `REFUSED_KEPT` of them. */
export class RefusalLog {
  readonly kept: Refused[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(row: number, reason: string, column?: string, cell?: string): void {
    this.#count++
    if (this.kept.length >= REFUSED_KEPT) return
    this.kept.push({
      row,
      ...(column === undefined ? {} : { column }),
      ...(cell === undefined ? {} : { cell: cell.slice(0, CELL_LENGTH) }),
      reason,
    })
  }
}
