import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate, fromEpochDay, toEpochDay, weekdayOf } from '../../shared/calendar/civil-date.ts'
import { calendarTicks } from './calendar-ticks.ts'

function day(year: number, month: number, date: number): number {
  const civil = civilDate(year, month, date)
  if (civil === undefined) throw new Error('no such day')
  return toEpochDay(civil)
}

const texts = (from: number, to: number, most: number) => calendarTicks(from, to, most).map((tick) => tick.text)

test('a week is labelled by day', () => {
  expect(texts(day(2026, 11, 17), day(2026, 11, 23), 7)).toEqual([
    '17 Nov',
    '18 Nov',
    '19 Nov',
    '20 Nov',
    '21 Nov',
    '22 Nov',
    '23 Nov',
  ])
})

test('a month is labelled by Mondays', () => {
  const ticks = calendarTicks(day(2026, 10, 25), day(2026, 11, 23), 6)
  expect(ticks.map((tick) => tick.text)).toEqual(['26 Oct', '2 Nov', '9 Nov', '16 Nov', '23 Nov'])
  for (const tick of ticks) expect(weekdayOf(fromEpochDay(tick.day))).toBe(1)
})

test('a year is labelled by months, January by its year', () => {
  expect(texts(day(2025, 11, 24), day(2026, 11, 23), 6)).toEqual(['2026', 'Mar', 'May', 'Jul', 'Sep', 'Nov'])
})

test('ten years are labelled by years', () => {
  expect(texts(day(2016, 11, 24), day(2026, 11, 23), 5)).toEqual(['2018', '2020', '2022', '2024', '2026'])
})

test('one day has one label', () => {
  expect(texts(day(2026, 11, 23), day(2026, 11, 23), 4)).toEqual(['23 Nov'])
})

test('never more labels than there is room for, in order, inside the range', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.oneof(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 2_900_000 })),
      fc.integer({ min: 2, max: 14 }),
      (from, days, most) => {
        const ticks = calendarTicks(from, from + days, most).map((tick) => tick.day)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(most)
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(from)
          expect(tick).toBeLessThanOrEqual(from + days)
        }
      },
    ),
    {
      examples: [
        [0, 7305, 2],
        [6158, 4, 2],
      ],
    },
  )
})
