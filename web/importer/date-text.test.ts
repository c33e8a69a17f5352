import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import { sniffDateOrder } from './date-order.ts'
import { readMoment } from './date-text.ts'

const dateOf = (cell: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd', zone?: string) => {
  const moment = readMoment(cell, order, zone)
  return typeof moment === 'string' ? moment : moment.date
}

describe('readMoment', () => {
  it.each([
    ['2026-11-23', 'ymd', '2026-11-23'],
    ['2026/11/23', 'ymd', '2026-11-23'],
    ['2026-1-3', 'ymd', '2026-01-03'],
    ['20261123', 'ymd', '2026-11-23'],
    ['2026-11-23 08:00:00', 'ymd', '2026-11-23'],
    ['2026-11-23T08:00', 'ymd', '2026-11-23'],
    ['2026-11-23 08:00:00.123', 'ymd', '2026-11-23'],
    ['2026-11-23 08:00:00 +0100', 'ymd', '2026-11-23'],
    ['2026-11-23 08:00:00+0000', 'ymd', '2026-11-23'],
    ['23.11.2026', 'dmy', '2026-11-23'],
    ['23.11.26', 'dmy', '2026-11-23'],
    ['13. 08. 2016 2:33', 'dmy', '2016-08-13'],
    ['11/23/26', 'mdy', '2026-11-23'],
    ['5/2/2016 11:59:59 PM', 'mdy', '2016-05-02'],
    ['05/12/17 00:00:00', 'mdy', '2017-05-12'],
    ['26-Sep-2015 00:00', 'ymd', '2015-09-26'],
    ['26 Sep 2015', 'ymd', '2015-09-26'],
    ['8th Dec 2021', 'ymd', '2021-12-08'],
    ['10 Jun 2024, 08:15', 'ymd', '2024-06-10'],
    ['Sep 29, 2026, 10:30:00 PM', 'ymd', '2026-09-29'],
    ['September 29, 2026', 'ymd', '2026-09-29'],
    ['Monday, 23 November 2026', 'ymd', '2026-11-23'],
    ['Mon Nov 23 2026 08:00:00 GMT+0100 (CET)', 'ymd', '2026-11-23'],
    ['23. März 2026', 'ymd', '2026-03-23'],
    ['1 août 2026', 'ymd', '2026-08-01'],
    ['1795392000', 'ymd', '2026-11-23'],
    ['1795392000000', 'ymd', '2026-11-23'],
    ['2026-11-23T24:00', 'ymd', '2026-11-24'],
  ] as const)('reads %s (%s)', (cell, order, date) => {
    expect(dateOf(cell, order)).toBe(date)
  })

  it('knows the minutes of the day, noon and midnight of a twelve-hour clock among them', () => {
    expect(readMoment('4/13/2016 1:08:52 AM', 'mdy')).toMatchObject({ timed: true, minutes: 68 + 52 / 60 })
    expect(readMoment('4/13/2016 12:00:00 AM', 'mdy')).toMatchObject({ minutes: 0 })
    expect(readMoment('4/13/2016 12:30 PM', 'mdy')).toMatchObject({ minutes: 750 })
    expect(readMoment('2026-11-23', 'ymd')).toMatchObject({ timed: false })
  })

  it('keeps a time with an offset on the wall clock it was written on', () => {
    expect(dateOf('2013-09-03T23:50:14-07:00', 'ymd', 'Europe/Berlin')).toBe('2013-09-03')
  })

  it('moves an instant to the person’s zone, but takes midnight UTC for a day without a time', () => {
    expect(dateOf('2026-11-23T23:30:00Z', 'ymd', 'Europe/Berlin')).toBe('2026-11-24')
    expect(dateOf('2026-11-23T00:00:00.000Z', 'ymd', 'America/New_York')).toBe('2026-11-23')
    expect(dateOf('1664064000000', 'ymd', 'America/New_York')).toBe('2022-09-25')
    expect(dateOf('1664074800000', 'ymd', 'America/New_York')).toBe('2022-09-24')
  })

  it.each([
    ['2026-02-31', 'ymd', 'no-such-day'],
    ['31/02/2026', 'dmy', 'no-such-day'],
    ['23/11/2026', 'mdy', 'no-such-day'],
    ['2026-11-23 25:00', 'ymd', 'no-such-day'],
    ['April 2024', 'ymd', 'month-only'],
    ['2024-04', 'ymd', 'month-only'],
    ['yesterday', 'ymd', 'no-date'],
    ['74.5', 'ymd', 'no-date'],
    ['12:30', 'ymd', 'no-date'],
    ['8h 32min', 'ymd', 'no-date'],
    ['2026-11-23 soon', 'ymd', 'no-date'],
  ] as const)('refuses %s (%s): %s', (cell, order, problem) => {
    expect(readMoment(cell, order)).toBe(problem)
  })
})

describe('sniffDateOrder', () => {
  it.each([
    [['05/12/2026', '13/12/2026'], 'dmy', true],
    [['05/12/2026', '05/13/2026'], 'mdy', true],
    [['2026-05-12'], 'ymd', true],
    [['26 Sep 2015'], 'ymd', true],
    [['05.06.2026'], 'dmy', true],
    // Days apart as month first, months apart as day first.
    [['01/02/2026', '01/03/2026', '01/04/2026', '01/05/2026'], 'mdy', false],
    [['01/02/2026', '02/02/2026', '03/02/2026', '04/02/2026'], 'dmy', false],
    [['5/2/2016 11:59:59 PM'], 'mdy', false],
    [['05/06/2026'], 'dmy', false],
  ] as const)('%j is %s, sure: %s', (cells, order, sure) => {
    expect(sniffDateOrder(cells)).toMatchObject({ order, sure })
  })

  it('goes with the many where single dates contradict them', () => {
    const cells = [...Array.from({ length: 18 }, (_, day) => `${day + 13}/11/2026`), '11/31/2026']
    expect(sniffDateOrder(cells).order).toBe('dmy')
  })

  it('tells the order of any month of consecutive days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('dmy', 'mdy'), (start, order) => {
        const cells = Array.from({ length: 31 }, (_, index) => {
          const [year, month, day] = addDays('1980-01-01' as CivilDate, start + index).split('-')
          return order === 'dmy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
        })
        expect(sniffDateOrder(cells)).toMatchObject({ order, sure: true })
      }),
    )
  })
})
