import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { type Column, isRecorded } from './day-grid.ts'
import { type Difference, differenceBetween } from './difference.ts'
import { type PeriodSummary, summarise } from './period-summary.ts'
import type { Period } from './range.ts'

/** The one figure that stands for a period. */
export interface Headline {
  readonly kind: 'average' | 'level' | 'last'
  readonly value: number | undefined
  /** The day a level or a last value is of. */
  readonly on: CivilDate | undefined
  readonly summary: PeriodSummary
}

/** A period's values and the smoothed level through them. */
export interface Measured {
  readonly period: Period
  readonly values: Column
  readonly level: Column
}

/**
 * Metrics that are a state and not an amount of a day: what counts is where they stand at the end of the period, not
 * their average over it.
 */
export function isState(metric: Pick<Metric, 'quantity' | 'aggregate'>): boolean {
  return metric.quantity === 'mass' || metric.aggregate === 'last'
}

/**
 * For a state (weight) the smoothed level at the period's end, or where too few days are recorded for a level the last
 * value; for the rest the mean of the recorded days.
 */
export function headlineOf(metric: Pick<Metric, 'quantity' | 'aggregate'>, measured: Measured): Headline {
  const summary = summarise(measured.values)
  if (!isState(metric)) return { kind: 'average', value: summary.mean, on: undefined, summary }
  return (
    lastOf('level', measured.level) ??
    lastOf('last', measured.values) ?? { kind: 'level', value: undefined, on: undefined, summary }
  )

  function lastOf(kind: 'level' | 'last', column: Column): Headline | undefined {
    const last = column.findLastIndex(isRecorded)
    return last < 0 ? undefined : { kind, value: column[last], on: addDays(measured.period.from, last), summary }
  }
}

/** How the headline of one period differs from another's; a level is set beside a level only. */
export function headlineDifference(now: Headline, then: Headline): Difference {
  if (now.kind !== then.kind) return { kind: 'none' }
  return differenceBetween({ ...now.summary, mean: now.value }, { ...then.summary, mean: then.value })
}
