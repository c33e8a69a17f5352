import type { EpochDay } from '../../../shared/calendar/civil-date.ts'
import type { Caveat } from '../analysis.ts'
import { MANY, type Variate } from './variate.ts'

const YEAR = 365
/** Shares of days: missing between the first and the last, and drawn in. */
const MANY_MISSING = 1 / 3
const MANY_DRAWN_IN = 0.02

/** What a reader should keep in mind of a finding over `n` days from `first` to `last`. */
export function caveatsOf(variates: readonly Variate[], n: number, first: EpochDay, last: EpochDay): Caveat[] {
  const days = last - first + 1
  const caveats: Caveat[] = []
  if (days < YEAR) caveats.push('short')
  if (n < days * (1 - MANY_MISSING)) caveats.push('many-gaps')
  if (variates.some(({ distinct, aspect }) => distinct < MANY && aspect !== 'whether')) caveats.push('few-values')
  if (variates.some(({ adjusted, grid }) => adjusted.drawnIn > grid.n * MANY_DRAWN_IN))
    caveats.push('outliers-drawn-in')
  if (variates.some(({ aspect }) => aspect !== undefined)) caveats.push('mostly-zero')
  return caveats
}
