import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { DayReading } from './import-types.ts'

/** What a metric's readings come to. */
export interface MetricSummary {
  readonly days: number
  readonly first: CivilDate
  readonly last: CivilDate
  /** In the stored unit, rounded to six decimals. */
  readonly sum: number
}

/** The readings by metric; a metric without any is not in it. */
export function summariseReadings(readings: readonly DayReading[]): Record<string, MetricSummary> {
  const summary: Record<string, MetricSummary> = {}
  for (const { metric, date, value } of readings) {
    const known = summary[metric]
    summary[metric] =
      known === undefined
        ? { days: 1, first: date, last: date, sum: value }
        : {
            days: known.days + 1,
            first: date < known.first ? date : known.first,
            last: date > known.last ? date : known.last,
            sum: known.sum + value,
          }
  }
  for (const [metric, all] of Object.entries(summary))
    summary[metric] = { ...all, sum: Math.round(all.sum * 1e6) / 1e6 }
  return summary
}
