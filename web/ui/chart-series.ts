import { addDays, type CivilDate, type EpochDay, toEpochDay } from '../../shared/calendar/civil-date.ts'
import { dayText } from './date-text.ts'
import type { Hue } from './hue.ts'

export interface ChartSeries {
  readonly label: string
  readonly hue: Hue
  /** One value a day from the chart's start; NaN where nothing is recorded. */
  readonly points: Float64Array
  /** A smooth level through the points, drawn as the line; the points become faint dots behind it. */
  readonly level?: Float64Array | undefined
  /** A value in words with its unit, for the tooltip and the table. */
  readonly show: (value: number) => string
  /** The same, shorter, for the axis; by default `show`. */
  readonly axis?: ((value: number) => string) | undefined
}

/** A shaded band behind the first series: a usual range (two numbers) or a forecast's (two values a day). */
export interface ChartBand {
  readonly label: string
  readonly low: number | Float64Array
  readonly high: number | Float64Array
}

export const NOT_RECORDED = 'not recorded'

/** How many days the longest series covers. */
export function daysOf(series: readonly ChartSeries[]): number {
  return series.reduce((most, { points, level }) => Math.max(most, points.length, level?.length ?? 0), 0)
}

/** The x values of a chart: one epoch day a point. */
export function epochDays(start: CivilDate, days: number): Float64Array {
  const first: EpochDay = toEpochDay(start)
  return Float64Array.from({ length: days }, (_, index) => first + index)
}

/** uPlot's gaps are null. */
export function withNulls(values: Float64Array | number, days: number): (number | null)[] {
  return Array.from({ length: days }, (_, index) => {
    const value = typeof values === 'number' ? values : (values[index] ?? Number.NaN)
    return Number.isNaN(value) ? null : value
  })
}

/** The indexes of values with no neighbour: a line cannot show them, so they are drawn as dots. */
export function isolatedPoints(values: readonly (number | null | undefined)[]): number[] {
  const alone: number[] = []
  values.forEach((value, index) => {
    if (value != null && values[index - 1] == null && values[index + 1] == null) alone.push(index)
  })
  return alone
}

export interface ChartReading {
  readonly label: string
  readonly hue: Hue
  readonly text: string
}

/** What every series says of one day. */
export function readingsAt(series: readonly ChartSeries[], index: number): ChartReading[] {
  return series.map(({ label, hue, points, show }) => {
    const value = points[index] ?? Number.NaN
    return { label, hue, text: Number.isNaN(value) ? NOT_RECORDED : show(value) }
  })
}

/** One day as a sentence: `Mon 23 Nov 2026: Weight 74.6 kg, Sleep not recorded`. */
export function spokenDay(start: CivilDate, series: readonly ChartSeries[], index: number): string {
  const readings = readingsAt(series, index).map(({ label, text }) => `${label} ${text}`)
  return `${dayText(addDays(start, index))}: ${readings.join(', ')}`
}

/** The days the chart's table has rows for, newest first: those on which any series has a value. */
export function recordedDays(series: readonly ChartSeries[]): number[] {
  const days: number[] = []
  for (let index = daysOf(series) - 1; index >= 0; index -= 1) {
    if (series.some(({ points }) => !Number.isNaN(points[index] ?? Number.NaN))) days.push(index)
  }
  return days
}
