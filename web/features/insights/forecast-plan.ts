import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { Forecast } from '../../insight/forecast.ts'
import type { ChartContent } from '../../ui/chart-series.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { valueOn } from './evidence.ts'

/** How far the drawing of a forecast looks back. */
export const PAST_DAYS = 60

/**
 * What the chart of a forecast draws: the days before it, the days to come, and both bands, in the unit of drawings. What
 * is said of a day keeps the words of the person.
 */
export function forecastPlan(forecast: Forecast, series: DailySeries, lens: MetricLens): ChartContent | undefined {
  const [first] = forecast.date
  if (first === undefined) return undefined
  const start = addDays(first, -PAST_DAYS)
  const say = (drawn: number) => lens.show(lens.fromDrawn(drawn))
  const words = { hue: lens.hue, show: say, axis: lens.axis }
  const before = Float64Array.from({ length: PAST_DAYS }, (_, index) =>
    lens.toDrawn(valueOn(series, addDays(start, index))),
  )
  return {
    start,
    series: [
      { ...words, label: lens.metric.name, points: before },
      { ...words, label: 'Forecast', expected: true, points: ahead(forecast.mean) },
    ],
    bands: [
      band('95 of 100 cases', forecast.lo95, forecast.hi95),
      band('80 of 100 cases', forecast.lo80, forecast.hi80),
    ],
    marks: [{ date: first, label: 'Forecast' }],
  }

  function ahead(values: readonly number[]): Float64Array {
    return Float64Array.from({ length: PAST_DAYS + values.length }, (_, index) =>
      lens.toDrawn(values[index - PAST_DAYS] ?? Number.NaN),
    )
  }

  function band(label: string, low: readonly number[], high: readonly number[]) {
    return { label, low: ahead(low), high: ahead(high), show: (a: number, b: number) => `${say(a)} to ${say(b)}` }
  }
}
