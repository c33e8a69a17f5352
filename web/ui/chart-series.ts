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
  /** A line of what is expected and not of what was: it is broken, and says nothing of days on which it has no value. */
  readonly expected?: boolean | undefined
}

/** A shaded band in the hue of the first series: a usual range (two numbers) or a forecast's (two values a day). */
export interface ChartBand {
  readonly label: string
  readonly low: number | Float64Array
  readonly high: number | Float64Array
  /** Makes the tooltip and the table say the band of a day: `73.2 to 75.0 kg`. */
  readonly show?: ((low: number, high: number) => string) | undefined
}

/** A day worth a line across the drawing: where a level moved, where the forecast begins. */
export interface ChartMark {
  readonly date: CivilDate
  /** Stands at the line, and is read with the day. */
  readonly label: string
}

/** All that is drawn. Keep the same arrays from one drawing to the next (useMemo): new ones draw the chart anew. */
export interface ChartContent {
  /** The day of every series' first value. */
  readonly start: CivilDate
  /** Up to four. */
  readonly series: readonly ChartSeries[]
  /** The wide ones before those that lie inside of them. */
  readonly bands: readonly ChartBand[]
  readonly marks: readonly ChartMark[]
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
  /** Empty: there is nothing to say of the day. */
  readonly text: string
}

/** What every series, and every band that says itself, has to say of one day, in their order. */
export function readingsAt({ series, bands }: Pick<ChartContent, 'series' | 'bands'>, index: number): ChartReading[] {
  const isAhead = series.some(({ expected, points }) => expected === true && !Number.isNaN(points[index] ?? Number.NaN))
  const hue = series[0]?.hue ?? '--soft'
  return [
    ...series.map(({ label, hue, points, show, expected }) => {
      const value = points[index] ?? Number.NaN
      if (!Number.isNaN(value)) return { label, hue, text: show(value) }
      return { label, hue, text: expected === true || isAhead ? '' : NOT_RECORDED }
    }),
    ...bands.flatMap(({ label, low, high, show }) => {
      if (show === undefined) return []
      const from = boundAt(low, index)
      return [{ label, hue, text: Number.isNaN(from) ? '' : show(from, boundAt(high, index)) }]
    }),
  ]
}

const boundAt = (bound: number | Float64Array, index: number): number =>
  typeof bound === 'number' ? bound : (bound[index] ?? Number.NaN)

/** One day as a sentence: `Mon 23 Nov 2026: Weight 74.6 kg, Sleep not recorded. Level moved.` */
export function spokenDay(content: ChartContent, index: number): string {
  const date = addDays(content.start, index)
  const readings = readingsAt(content, index).flatMap(({ label, text }) => (text === '' ? [] : `${label} ${text}`))
  const marks = content.marks.flatMap((mark) => (mark.date === date ? ` ${mark.label}.` : []))
  return `${dayText(date)}: ${readings.join(', ')}${marks.length === 0 ? '' : `.${marks.join('')}`}`
}

/** The days the chart's table has rows for, newest first: those on which any series has a value. */
export function recordedDays(series: readonly ChartSeries[]): number[] {
  const days: number[] = []
  for (let index = daysOf(series) - 1; index >= 0; index -= 1) {
    if (series.some(({ points }) => !Number.isNaN(points[index] ?? Number.NaN))) days.push(index)
  }
  return days
}
