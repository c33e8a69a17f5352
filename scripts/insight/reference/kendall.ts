import { normalCdf } from '../../../web/insight/numerics/normal.ts'
import { at } from './linear-model.ts'

export interface Kendall {
  /** tau-b: ties are taken into account. */
  readonly tau: number
  readonly z: number
  /** Two-sided, by the normal approximation without a continuity correction. */
  readonly p: number
}

/**
 * Kendall's rank correlation of two lists (Kendall 1938, Biometrika 30:81), ties as in Kendall 1945 (Biometrika 33:239).
 * With the days as `x` it is the trend test of Mann 1945 (Econometrica 13:245), which takes days for independent.
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): Kendall {
  const n = x.length
  let score = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) score += Math.sign(at(x, i) - at(x, j)) * Math.sign(at(y, i) - at(y, j))
  const [tiedX, tiedY] = [tieSizes(x), tieSizes(y)]
  const pairs = (n * (n - 1)) / 2
  const tau = score / Math.sqrt((pairs - pairsIn(tiedX)) * (pairs - pairsIn(tiedY)))
  const z = score / Math.sqrt(varianceOf(n, tiedX, tiedY))
  return { tau, z, p: 2 * normalCdf(-Math.abs(z)) }
}

/**
 * Two-sided p-value of `tau` between two lists of n without ties: twice the share of orders with as few pairs out of order,
 * by counting them.
 */
export function kendallExact(n: number, tau: number): number {
  const pairs = (n * (n - 1)) / 2
  const inversions = Math.round((pairs * (1 - Math.abs(tau))) / 2)
  let shares = [1]
  for (let size = 2; size <= n; size++) {
    const next = Array<number>(shares.length + size - 1).fill(0)
    for (const [count, share] of shares.entries())
      for (let more = 0; more < size; more++) next[count + more] = at(next, count + more) + share / size
    shares = next
  }
  return Math.min(1, 2 * shares.slice(0, inversions + 1).reduce((sum, share) => sum + share, 0))
}

function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>()
  for (const value of Array.from(values)) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

const total = (sizes: readonly number[], term: (size: number) => number) =>
  sizes.reduce((sum, size) => sum + term(size), 0)
const pairsIn = (sizes: readonly number[]) => total(sizes, (t) => (t * (t - 1)) / 2)

/** Of the score when no order is likelier than another. */
function varianceOf(n: number, tiedX: readonly number[], tiedY: readonly number[]): number {
  const whole = (t: number) => t * (t - 1) * (2 * t + 5)
  const two = (t: number) => t * (t - 1)
  const three = (t: number) => t * (t - 1) * (t - 2)
  return (
    (whole(n) - total(tiedX, whole) - total(tiedY, whole)) / 18 +
    (total(tiedX, two) * total(tiedY, two)) / (2 * two(n)) +
    (total(tiedX, three) * total(tiedY, three)) / (9 * three(n))
  )
}
