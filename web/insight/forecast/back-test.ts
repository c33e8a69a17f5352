import type { Backtest } from '../forecast.ts'
import { daysAhead } from './days-ahead.ts'
import type { MetricNature } from './metric-nature.ts'

const MOST_ORIGINS = 6
/** Days between origins, which are as many as each forecasts. */
const MOST_APART = 30
const LEAST_APART = 7
/** Values before an origin. */
const FEWEST_VALUES = 28

/**
 * Forecasts made as they would have been on earlier days, from what stood before those days alone, held against what
 * came: each of the last days once, from up to six origins. Of too short a series none can be made.
 */
export function backTest(values: Float64Array, nature: MetricNature): Backtest {
  const apart = Math.max(LEAST_APART, Math.min(MOST_APART, Math.floor(values.length / (2 * MOST_ORIGINS))))
  const found = { days: 0, missed: 0, naive: 0, in80: 0, in95: 0, origins: 0 }
  for (let k = 1; k <= MOST_ORIGINS; k++) {
    const origin = values.length - k * apart
    if (origin <= 0 || countOf(values.subarray(0, origin)) < FEWEST_VALUES) break
    let last = origin - 1
    while (Number.isNaN(values[last])) last--
    const ahead = daysAhead(values.subarray(0, last + 1), origin - 1 - last, apart, nature)
    let held = 0
    for (let index = 0; index < apart; index++) {
      const value = values[origin + index] as number
      if (Number.isNaN(value)) continue
      held++
      found.missed += Math.abs(value - (ahead.mean[index] as number))
      found.naive += Math.abs(value - (values[last] as number))
      if (value >= (ahead.lo80[index] as number) && value <= (ahead.hi80[index] as number)) found.in80++
      if (value >= (ahead.lo95[index] as number) && value <= (ahead.hi95[index] as number)) found.in95++
    }
    found.days += held
    if (held > 0) found.origins++
  }
  const { days, origins } = found
  if (days === 0) return { mae: 0, naiveMae: 0, cov80: 0, cov95: 0, origins: 0 }
  return {
    mae: found.missed / days,
    naiveMae: found.naive / days,
    cov80: found.in80 / days,
    cov95: found.in95 / days,
    origins,
  }
}

function countOf(values: Float64Array): number {
  let n = 0
  for (const value of values) if (!Number.isNaN(value)) n++
  return n
}
