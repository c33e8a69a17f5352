import { incompleteBeta } from './beta.ts'

/** P(F >= f) of Fisher's F with `df1` and `df2` degrees of freedom. */
export function fUpperTail(f: number, df1: number, df2: number): number {
  if (!(f > 0)) return Number.isNaN(f) ? Number.NaN : 1
  if (f === Number.POSITIVE_INFINITY) return 0
  const whole = df2 + df1 * f
  return incompleteBeta(df2 / whole, df2 / 2, df1 / 2, (df1 * f) / whole)
}

/** The f below which F lies with probability `p`, 0 < p < 1; by halving, to about 1e-14 of itself. */
export function fQuantile(p: number, df1: number, df2: number): number {
  let low = 0
  let high = 1
  while (fUpperTail(high, df1, df2) > 1 - p && high < 1e300) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (fUpperTail(middle, df1, df2) > 1 - p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
