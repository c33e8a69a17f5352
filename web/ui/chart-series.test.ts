import { expect, test } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import {
  type ChartContent,
  type ChartSeries,
  daysOf,
  isolatedPoints,
  readingsAt,
  recordedDays,
  spokenDay,
  withNulls,
} from './chart-series.ts'

const GAP = Number.NaN
const series: readonly ChartSeries[] = [
  {
    label: 'Weight',
    hue: '--metric-weight',
    points: Float64Array.from([74.6, GAP, GAP]),
    show: (value) => `${value} kg`,
  },
  { label: 'Steps', hue: '--metric-steps', points: Float64Array.from([GAP, GAP, 0, 8000]), show: String },
]

const start: CivilDate = (() => {
  const date = parseCivilDate('2026-11-22')
  if (date === undefined) throw new Error('no such day')
  return date
})()

const content: ChartContent = { start, series, bands: [], marks: [] }

test('the table has the days with a value, newest first', () => {
  expect(recordedDays(series)).toEqual([3, 2, 0])
})

test('the longest series decides how many days there are', () => {
  expect(daysOf(series)).toBe(4)
  expect(daysOf([])).toBe(0)
})

test('zero is a value and a gap is not', () => {
  expect(readingsAt(content, 2).map((reading) => reading.text)).toEqual(['not recorded', '0'])
})

test('a day is said with its real values', () => {
  expect(spokenDay(content, 0)).toBe('Sun 22 Nov 2026: Weight 74.6 kg, Steps not recorded')
  expect(spokenDay(content, 3)).toBe('Wed 25 Nov 2026: Weight not recorded, Steps 8000')
})

test('gaps are null for the drawing, also past the end', () => {
  expect(withNulls(Float64Array.from([1, GAP]), 3)).toEqual([1, null, null])
  expect(withNulls(7, 2)).toEqual([7, 7])
})

test('a value between two gaps stands alone', () => {
  expect(isolatedPoints([1, null, 2, 3, null, 0])).toEqual([0, 5])
})

const ahead: ChartContent = {
  start,
  series: [
    { label: 'Weight', hue: '--metric-weight', points: Float64Array.from([74.6, GAP]), show: (value) => `${value} kg` },
    {
      label: 'Expected',
      hue: '--metric-weight',
      points: Float64Array.from([GAP, GAP, 74]),
      show: (value) => `${value} kg`,
      expected: true,
    },
  ],
  bands: [
    { label: 'Usual', low: 74, high: 75 },
    {
      label: 'In 8 of 10 cases',
      low: Float64Array.from([GAP, GAP, 73]),
      high: Float64Array.from([GAP, GAP, 75]),
      show: (low, high) => `${low} to ${high} kg`,
    },
  ],
  marks: [{ date: start, label: 'Level moved' }],
}

test('what is expected is said of days to come and of no other, and what is recorded the other way round', () => {
  expect(spokenDay(ahead, 1)).toBe('Mon 23 Nov 2026: Weight not recorded')
  expect(spokenDay(ahead, 2)).toBe('Tue 24 Nov 2026: Expected 74 kg, In 8 of 10 cases 73 to 75 kg')
})

test('a marked day is read with its mark', () => {
  expect(spokenDay(ahead, 0)).toBe('Sun 22 Nov 2026: Weight 74.6 kg. Level moved.')
})

test('a band that does not say itself has no column', () => {
  expect(readingsAt(ahead, 0).map(({ label }) => label)).toEqual(['Weight', 'Expected', 'In 8 of 10 cases'])
})
