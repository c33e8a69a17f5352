import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { isWithinBounds, type Metric } from '../../shared/metric/metric.ts'
import type { DayReading } from './import-types.ts'
import { outOfBounds } from './reasons.ts'
import type { RefusalLog } from './refusal-log.ts'

/** A day's rows so far, as far as any aggregate needs them. */
interface Day {
  rows: number
  sum: number
  max: number
  last: number
  lastAt: number
  firstRow: number
  column: string | undefined
}

/**
 * Gathers rows into one value a day and metric, by the metric's rule. Holds a few numbers for each day with data, however many
 * rows a day has.
 */
export class DayAccumulator {
  readonly #days = new Map<Metric, Map<CivilDate, Day>>()

  /** `at`: minutes on the wall clock, by which the last reading of a day is told, whatever the file's order. */
  add(metric: Metric, date: CivilDate, value: number, at: number, row: number, column?: string): void {
    let days = this.#days.get(metric)
    if (days === undefined) {
      days = new Map()
      this.#days.set(metric, days)
    }
    const day = days.get(date)
    if (day === undefined) {
      days.set(date, { rows: 1, sum: value, max: value, last: value, lastAt: at, firstRow: row, column })
      return
    }
    day.rows++
    day.sum += value
    day.max = Math.max(day.max, value)
    if (at >= day.lastAt) {
      day.last = value
      day.lastAt = at
    }
  }

  /** The days' values, by date and then in the metrics' order; a day whose rows add up to the impossible is refused. */
  readings(metrics: readonly Metric[], refusals: RefusalLog): DayReading[] {
    const readings: DayReading[] = []
    for (const metric of metrics) {
      for (const [date, day] of this.#days.get(metric) ?? []) {
        const value = aggregated(metric, day)
        if (isWithinBounds(metric, value)) readings.push({ date, metric: metric.id, value, rows: day.rows })
        else
          refusals.add(
            day.firstRow,
            `The ${day.rows} rows of ${date} add up to too much. ${outOfBounds(metric, value)}`,
            day.column,
          )
      }
    }
    return readings.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  }
}

function aggregated(metric: Metric, day: Day): number {
  switch (metric.aggregate) {
    case 'last':
      return day.last
    case 'max':
      return day.max
    case 'sum':
      return tidy(day.sum)
    case 'mean':
      return tidy(day.sum) / day.rows
  }
}

// As `aggregateReadings` does, so a sum is the figure the file would show.
const tidy = (value: number) => Math.round(value * 1e10) / 1e10
