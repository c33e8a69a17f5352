import { logGamma } from './gamma.ts'

const PRECISION = 1e-15
const TINY = 1e-300
const MOST_TERMS = 10_000

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1: the continued fraction by the modified
 * Lentz method (Numerical Recipes 6.4). `complement` is 1 - x, for where that is known more exactly.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x > 0)) return x <= 0 ? 0 : Number.NaN
  if (!(complement > 0)) return 1
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(complement))
  return x < (a + 1) / (a + b + 2) ? (scale * fraction(x, a, b)) / a : 1 - (scale * fraction(complement, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < PRECISION) break
  }
  return h
}

const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value)
