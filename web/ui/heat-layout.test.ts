import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CivilDate, civilDate, daysBetween, weekdayOf } from '../../shared/calendar/civil-date.ts'
import { cellOf, dayAt, heatStrips, levelPaths } from './heat-layout.ts'
import type { HeatLevel } from './heat-levels.ts'

function on(year: number, month: number, day: number): CivilDate {
  const date = civilDate(year, month, day)
  if (date === undefined) throw new Error('no such day')
  return date
}

describe('one strip', () => {
  const [strip] = heatStrips(on(2026, 8, 26), 90, 1)

  test('begins on its weekday and needs no more columns than weeks', () => {
    expect(strip).toMatchObject({ offset: 2, columns: 14, days: 90 })
  })

  test('names the months where they begin', () => {
    expect(strip?.months.map((month) => month.text)).toEqual(['Sep', 'Oct', 'Nov'])
  })

  test('follows the first day of the week', () => {
    expect(heatStrips(on(2026, 8, 26), 90, 7)[0]?.offset).toBe(3)
  })
})

describe('years', () => {
  const from = on(2017, 1, 15)
  const days = daysBetween(from, on(2026, 11, 23)) + 1
  const strips = heatStrips(from, days, 1)

  test('have a strip each, and no day is lost between them', () => {
    expect(strips.map((strip) => strip.label)).toEqual([
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ])
    expect(strips.reduce((sum, strip) => sum + strip.days, 0)).toBe(days)
  })

  test('a year that begins late keeps its January on the left', () => {
    // 1 January 2017 was a Sunday: the 15th is two weeks further, in the third column.
    expect(strips[0] && cellOf(strips[0], 0)).toEqual({ column: 2, row: 6 })
  })
})

test('nothing has no strip', () => {
  expect(heatStrips(on(2026, 1, 1), 0, 1)).toEqual([])
})

test('a day is found again under its cell, in the row of its weekday', () => {
  const start = on(2020, 2, 27)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2999 }),
      fc.constantFrom(1 as const, 6 as const, 7 as const),
      (day, weekStart) => {
        const strip = heatStrips(start, 3000, weekStart).findLast((one) => one.first <= day)
        if (strip === undefined) throw new Error('no strip holds the day')
        const { column, row } = cellOf(strip, day)
        expect(dayAt(strip, column + 0.5, row + 0.5)).toBe(day)
        expect(row).toBe((((weekdayOf(start) - weekStart + day) % 7) + 7) % 7)
        expect(column).toBeLessThan(strip.columns)
      },
    ),
  )
})

test('beside the days there is no day', () => {
  const [strip] = heatStrips(on(2026, 8, 26), 90, 1)
  expect(strip && dayAt(strip, 0, 0)).toBeUndefined()
  expect(strip && dayAt(strip, 13, 6)).toBeUndefined()
})

test('each day has its place drawn, and its value where it has one', () => {
  const [strip] = heatStrips(on(2026, 8, 26), 90, 1)
  if (strip === undefined) throw new Error('no strip')
  const paths = levelPaths(strip, (day): HeatLevel => (day % 3 === 0 ? 0 : 4))
  expect(paths[0].split('M')).toHaveLength(91)
  expect(paths[4].split('M')).toHaveLength(61)
  expect(paths[2]).toBe('')
})
