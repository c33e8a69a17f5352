import { normalQuantile } from '../../../web/insight/numerics/normal.ts'
import { median } from '../../../web/insight/numerics/order-statistics.ts'
import { at } from './linear-model.ts'

/**
 * The median slope between all pairs of points, with its 95 % interval of Sen 1968 (JASA 63:1379), and the line through
 * the medians, as scipy's `theilslopes`.
 */
export function theilSen(x: ArrayLike<number>, y: ArrayLike<number>) {
  const slopes: number[] = []
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) if (at(x, i) > at(x, j)) slopes.push((at(y, i) - at(y, j)) / (at(x, i) - at(x, j)))
  slopes.sort((a, b) => a - b)
  const slope = median(slopes)
  const n = x.length
  const sizes = new Map<number, number>()
  for (const value of Array.from(y)) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  const whole = (t: number) => t * (t - 1) * (2 * t + 5)
  const tied = [...sizes.values()].reduce((sum, size) => sum + whole(size), 0)
  const error = Math.sqrt((whole(n) - tied) / 18)
  const reach = normalQuantile(0.975) * error
  const upper = Math.min(Math.round((slopes.length + reach) / 2), slopes.length - 1)
  const lower = Math.max(Math.round((slopes.length - reach) / 2) - 1, 0)
  return { slope, intercept: median(y) - slope * median(x), lo95: at(slopes, lower), hi95: at(slopes, upper) }
}
