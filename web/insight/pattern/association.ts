import type { EpochDay } from '../../../shared/calendar/civil-date.ts'
import { tTwoSided } from '../numerics/student-t.ts'
import type { Variate } from './variate.ts'

/** How `y` goes with `x` of `lag` days before, both adjusted. */
export interface Association {
  readonly x: Variate
  readonly y: Variate
  readonly lag: number
  /** Days on which both are known, and the first and the last of them, by the day of `y`. */
  readonly n: number
  readonly first: EpochDay
  readonly last: EpochDay
  readonly freedom: number
  /** Change of `y` for one unit of `x`, and its standard error. */
  readonly slope: number
  readonly slopeError: number
  /** Partial correlation. */
  readonly r: number
  readonly p: number
}

/** Why two variates were not tested: so many days were there, of so many that it takes; 0 more when nothing varies. */
export interface Untested {
  readonly n: number
  readonly needed: number
}

export const FEWEST_DAYS = 30
/** Fewer are taken from people who have just begun, as long as enough degrees of freedom are left. */
const FEWEST_AT_FIRST = 15
const FIRST_DAYS = 60
const LEAST_FREEDOM = 10
/** Less than this share of a square sum is rounding. */
const ROUNDING = 1e-12

/**
 * Tests whether `y` goes with `x` of `lag` days before. Both are whitened over the gaps between the days on which both
 * are known, once by the autocorrelation of `y` and once by that of `x`, and the larger p is taken: the first alone
 * finds too much where `x` is the stickier. The slope is of the first. Each run equals generalised least squares with
 * `corCAR1` (R's nlme); taking the larger of two is ours, and what it does to false findings is simulated
 * (`npm run simulate`).
 */
export function associate(x: Variate, y: Variate, lag: number): Association | Untested {
  const xs = x.adjusted.residuals
  const ys = y.adjusted.residuals
  // Day `t` of `ys` goes with day `t + shift` of `xs`.
  const shift = y.grid.first - lag - x.grid.first
  const from = Math.max(0, -shift)
  const until = Math.min(ys.length, xs.length - shift)
  const { share: shareY, scale: scaleY } = y.whitening
  const { share: shareX, scale: scaleX } = x.whitening
  const lastShareY = shareY.length - 1
  const lastShareX = shareX.length - 1

  let n = 0
  let first = -1
  let before = -1
  let xBefore = 0
  let yBefore = 0
  // Sums of products of the whitened one, x and y: by the autocorrelation of y, then by that of x.
  let y11 = 0
  let y1x = 0
  let y1y = 0
  let yxx = 0
  let yxy = 0
  let yyy = 0
  let x11 = 0
  let x1x = 0
  let x1y = 0
  let xxx = 0
  let xxy = 0
  let xyy = 0
  for (let day = from; day < until; day++) {
    const xHere = xs[day + shift] as number
    const yHere = ys[day] as number
    if (Number.isNaN(xHere + yHere)) continue
    let share = 0
    let scale = 1
    let shareOther = 0
    let scaleOther = 1
    if (before >= 0) {
      const gap = day - before
      share = shareY[gap < lastShareY ? gap : lastShareY] as number
      scale = scaleY[gap < lastShareY ? gap : lastShareY] as number
      shareOther = shareX[gap < lastShareX ? gap : lastShareX] as number
      scaleOther = scaleX[gap < lastShareX ? gap : lastShareX] as number
    } else {
      first = day
    }
    const o = (1 - share) * scale
    const u = (xHere - share * xBefore) * scale
    const v = (yHere - share * yBefore) * scale
    y11 += o * o
    y1x += o * u
    y1y += o * v
    yxx += u * u
    yxy += u * v
    yyy += v * v
    const oOther = (1 - shareOther) * scaleOther
    const uOther = (xHere - shareOther * xBefore) * scaleOther
    const vOther = (yHere - shareOther * yBefore) * scaleOther
    x11 += oOther * oOther
    x1x += oOther * uOther
    x1y += oOther * vOther
    xxx += uOther * uOther
    xxy += uOther * vOther
    xyy += vOther * vOther
    n++
    before = day
    xBefore = xHere
    yBefore = yHere
  }

  const freedom = n - 2 - (Math.max(x.adjusted.columns, y.adjusted.columns) - 1)
  const fewest = until - from < FIRST_DAYS ? FEWEST_AT_FIRST : FEWEST_DAYS
  if (n < fewest || freedom < LEAST_FREEDOM) {
    return { n, needed: Math.max(fewest, n + LEAST_FREEDOM - freedom) }
  }
  const sxx = yxx - (y1x * y1x) / y11
  const syy = yyy - (y1y * y1y) / y11
  const sxy = yxy - (y1x * y1y) / y11
  const otherXx = xxx - (x1x * x1x) / x11
  const otherYy = xyy - (x1y * x1y) / x11
  const otherXy = xxy - (x1x * x1y) / x11
  if (!(sxx > yxx * ROUNDING && syy > yyy * ROUNDING)) return { n, needed: n }

  const r = sxy / Math.sqrt(sxx * syy)
  const weaker = Math.min(Math.abs(r), Math.abs(otherXy / Math.sqrt(otherXx * otherYy)), 1)
  return {
    x,
    y,
    lag,
    n,
    first: y.grid.first + first,
    last: y.grid.first + before,
    freedom,
    slope: sxy / sxx,
    slopeError: Math.sqrt(Math.max(0, syy - (sxy * sxy) / sxx) / freedom / sxx),
    r,
    p: tTwoSided(weaker * Math.sqrt(freedom / Math.max(0, 1 - weaker * weaker)), freedom),
  }
}

export const isTested = (result: Association | Untested): result is Association => 'p' in result
