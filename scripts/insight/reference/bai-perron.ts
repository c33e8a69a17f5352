import { at } from './linear-model.ts'

export interface Breaks {
  /** The partition with the smallest BIC: for each break how many records lie before it. */
  readonly best: readonly number[]
  /** For 0, 1, 2... breaks: their places, and the sum of squares about the segments' means. */
  readonly byCount: readonly { readonly places: readonly number[]; readonly squares: number }[]
}

/**
 * The best partitions of records in order into up to `most + 1` levels of `shortest` records or more, and the BIC's choice
 * of their number, by dynamic programming (Bai & Perron 2003, J Appl Econometrics 18:1; R's strucchange).
 */
export function baiPerron(values: ArrayLike<number>, shortest: number, most: number): Breaks {
  const n = values.length
  const squares = squaresBetween(values)
  /** best[m][end]: smallest squares of the first `end` records in m + 1 levels. */
  const best = [Array.from({ length: n + 1 }, (_, end) => squares(0, end))]
  const begins: number[][] = [[]]
  for (let count = 1; count <= most; count++) {
    const before = best[count - 1]
    const row = Array<number>(n + 1).fill(Number.POSITIVE_INFINITY)
    const begin = Array<number>(n + 1).fill(0)
    for (let end = (count + 1) * shortest; end <= n; end++)
      for (let from = count * shortest; from <= end - shortest; from++) {
        const cost = at(before, from) + squares(from, end)
        if (cost < at(row, end)) {
          row[end] = cost
          begin[end] = from
        }
      }
    best.push(row)
    begins.push(begin)
  }
  const byCount = best.map((row, count) => ({ places: placesOf(begins, count, n), squares: at(row, n) }))
  const criteria = byCount.map(({ squares: left }, count) => bic(left, n, count))
  return { best: byCount[criteria.indexOf(Math.min(...criteria))]?.places ?? [], byCount }
}

/** Parameters: a mean for each level, a place for each break, and the variance. */
function bic(squares: number, n: number, count: number): number {
  return n * (Math.log(squares) + 1 - Math.log(n) + Math.log(2 * Math.PI)) + Math.log(n) * 2 * (count + 1)
}

function placesOf(begins: readonly (readonly number[])[], count: number, n: number): number[] {
  const places: number[] = []
  for (let level = count, end = n; level > 0; level--) {
    end = at(begins[level], end)
    places.unshift(end)
  }
  return places
}

function squaresBetween(values: ArrayLike<number>): (from: number, until: number) => number {
  const n = values.length
  const centre = Array.from(values).reduce((sum, value) => sum + value, 0) / n
  const sums = [0]
  const squares = [0]
  for (let i = 0; i < n; i++) {
    const value = at(values, i) - centre
    sums.push(at(sums, i) + value)
    squares.push(at(squares, i) + value ** 2)
  }
  return (from, until) =>
    at(squares, until) - at(squares, from) - (at(sums, until) - at(sums, from)) ** 2 / (until - from)
}
