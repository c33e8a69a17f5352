import { type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { LevelChange } from '../../insight/analysis.ts'
import type { Forecast } from '../../insight/forecast.ts'
import type { ChartBand, ChartMark } from '../../ui/chart-series.ts'
import { lengthOf, type Period, type Range } from './range.ts'

/** What the insights say of one metric. */
export interface Outlook {
  readonly forecast: Forecast | undefined
  readonly changes: readonly LevelChange[]
}

/** What of it is drawn in a period, in stored values, a value a day from the period's first. */
export interface DrawnOutlook {
  /** Undefined where the period ends before the forecast begins. */
  readonly mean: Float64Array | undefined
  readonly bands: readonly (ChartBand & { readonly low: Float64Array; readonly high: Float64Array })[]
  readonly marks: readonly ChartMark[]
}

/** The most days to come that are drawn: of a week another week, of anything longer a month. */
const AHEAD: Readonly<Record<Range, number>> = { W: 7, M: 30, '3M': 30, '6M': 30, '1Y': 30, All: 30 }

/** The part of an outlook that belongs to a period: the forecast where the period ends today, and the levels that moved in it. */
export function outlookIn(
  { forecast, changes }: Outlook,
  range: Range,
  period: Period,
  today: CivilDate,
): DrawnOutlook {
  const marks = changes
    .filter(({ date }) => date >= period.from && date <= period.to)
    .map(({ date }) => ({ date, label: 'Level moved' }))
  if (forecast === undefined || period.to !== today) return { mean: undefined, bands: [], marks }
  // Its first day is the day that it was made, which is today or earlier. A day after its last would be shown as not recorded.
  const last = forecast.date.at(-1) ?? today
  const days = lengthOf(period) + Math.max(0, Math.min(AHEAD[range], daysBetween(today, last)))
  const place = (values: readonly number[]): Float64Array => {
    const placed = new Float64Array(days).fill(Number.NaN)
    values.forEach((value, index) => {
      const date = forecast.date[index]
      const at = date === undefined ? -1 : daysBetween(period.from, date)
      if (at >= 0 && at < days) placed[at] = value
    })
    return placed
  }
  return {
    mean: place(forecast.mean),
    bands: [
      { label: '95 of 100 days', low: place(forecast.lo95), high: place(forecast.hi95) },
      { label: '80 of 100 days', low: place(forecast.lo80), high: place(forecast.hi80) },
    ],
    marks: [...marks, { date: today, label: 'Forecast' }],
  }
}
