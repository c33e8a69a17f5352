import { normalQuantile } from '../../../web/insight/numerics/normal.ts'
import { ranks } from '../../../web/insight/numerics/order-statistics.ts'
import { tTwoSided } from '../../../web/insight/numerics/student-t.ts'
import { at } from './linear-model.ts'

/** Pearson's correlation with its p-value and 95 % interval by Fisher's transformation: of independent days. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): { r: number; p: number; ci95: [number, number] } {
  const n = x.length
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / n
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [a, b] = [at(x, i) - meanX, at(y, i) - meanY]
    xx += a * a
    xy += a * b
    yy += b * b
  }
  const r = xy / Math.sqrt(xx * yy)
  const reach = normalQuantile(0.975) / Math.sqrt(n - 3)
  return {
    r,
    p: tTwoSided(r * Math.sqrt((n - 2) / (1 - r * r)), n - 2),
    ci95: [Math.tanh(Math.atanh(r) - reach), Math.tanh(Math.atanh(r) + reach)],
  }
}

/** Spearman's: Pearson's of the ranks. */
export const spearman = (x: ArrayLike<number>, y: ArrayLike<number>): number => pearson(ranks(x), ranks(y)).r
