/**
 * Where the level of `values` changes: the indices at which a new segment begins, ascending, of the partition with the
 * smallest sum of squares about the segments' means plus `penalty` (in squared units) for each change. No segment is
 * shorter than `minSegment` values. Finite values only, without gaps; too few for two segments have no change.
 *
 * The answer is that of PELT (Killick, Fearnhead & Eckley 2012, JASA 107:1590). It is found by functional pruning
 * (Maidstone, Hocking, Rigaill & Fearnhead 2017, Stat Comput 27:519), which discards a candidate once no level is left at
 * which it would be best: PELT discards nothing while nothing changes, and then ten years take its square of 3 650.
 */
export function optimalPartition(values: Float64Array, penalty: number, minSegment: number): number[] {
  const n = values.length
  if (n < 2 * minSegment) return []
  const sums = runningSums(values)
  /** Smallest cost of the first `end` values, and where the last segment of that partition begins. */
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const begins = new Int32Array(n + 1)
  best[0] = -penalty

  let envelope = new Envelope(n)
  let spare = new Envelope(n)
  for (let end = minSegment; end <= n; end++) {
    const candidate = end - minSegment
    if (Number.isFinite(best[candidate])) {
      addCandidate(envelope, spare, candidate, best, sums)
      ;[envelope, spare] = [spare, envelope]
    }
    let least = Number.POSITIVE_INFINITY
    let from = 0
    for (let piece = 0; piece < envelope.size; piece++) {
      const begin = envelope.begin[piece] as number
      const cost = (best[begin] as number) + squaresWithin(sums, begin, end) + penalty
      if (cost < least || (cost === least && begin < from)) {
        least = cost
        from = begin
      }
    }
    best[end] = least
    begins[end] = from
  }
  return changesBackFrom(n, begins)
}

/**
 * Levels and where a last segment at that level had best begin: piece i holds the levels from the upper end of the piece
 * before to `high[i]`. Columns that are written again and again, because a piece is made on each of thousands of days.
 */
class Envelope {
  readonly high: Float64Array
  readonly begin: Int32Array
  size = 0

  /** Of `n` parabolas, two of which cross twice at most, the lowest ones make up to 2 n - 1 pieces. */
  constructor(n: number) {
    this.high = new Float64Array(2 * n + 1)
    this.begin = new Int32Array(2 * n + 1)
  }

  /** Gives the levels from the last piece's end on, up to `high`, to a segment that begins at `begin`. */
  extend(high: number, begin: number): void {
    this.high[this.size] = high
    this.begin[this.size] = begin
    this.size++
  }
}

interface Sums {
  readonly first: Float64Array
  readonly squares: Float64Array
}

/** Sums of the first i values and of their squares, about the mean of all so that neither loses digits. */
function runningSums(values: Float64Array): Sums {
  const n = values.length
  let centre = 0
  for (const value of values) centre += value / n
  const first = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    const value = (values[i] as number) - centre
    first[i + 1] = (first[i] as number) + value
    squares[i + 1] = (squares[i] as number) + value * value
  }
  return { first, squares }
}

/** Sum of squares of the values from `begin` to before `end` about their mean. */
function squaresWithin({ first, squares }: Sums, begin: number, end: number): number {
  const sum = (first[end] as number) - (first[begin] as number)
  return (squares[end] as number) - (squares[begin] as number) - (sum * sum) / (end - begin)
}

/**
 * Writes the envelope with one more candidate, later than all others, to `next`. From then on it and an older one take in
 * the same values, so what an older one costs more than it at a level m stays (c - b) m^2 - 2 m (sum of values b to c) + a
 * constant for ever: the older keeps the levels between the roots, the new one takes the rest.
 */
function addCandidate(envelope: Envelope, next: Envelope, candidate: number, best: Float64Array, sums: Sums): void {
  const { first, squares } = sums
  next.size = 0
  let low = Number.NEGATIVE_INFINITY
  let taken = low
  for (let piece = 0; piece < envelope.size; piece++) {
    const high = envelope.high[piece] as number
    const begin = envelope.begin[piece] as number
    const length = candidate - begin
    const mean = ((first[candidate] as number) - (first[begin] as number)) / length
    const rest = (squares[candidate] as number) - (squares[begin] as number)
    const constant = (rest + (best[begin] as number) - (best[candidate] as number)) / length
    // NaN where there is no root: the new one is better at every level.
    const reach = Math.sqrt(mean * mean - constant)
    const keptLow = Math.max(low, mean - reach)
    const keptHigh = Math.min(high, mean + reach)
    low = high
    if (!(keptLow < keptHigh)) continue
    if (taken < keptLow) next.extend(keptLow, candidate)
    next.extend(keptHigh, begin)
    taken = keptHigh
  }
  if (taken < Number.POSITIVE_INFINITY) next.extend(Number.POSITIVE_INFINITY, candidate)
}

function changesBackFrom(end: number, begins: Int32Array): number[] {
  const changes: number[] = []
  for (let begin = begins[end] as number; begin > 0; begin = begins[begin] as number) changes.push(begin)
  return changes.reverse()
}
