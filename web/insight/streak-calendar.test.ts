import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate, type Weekday, weekdayOf } from '../../shared/calendar/civil-date.ts'
import { calendarOf } from './streak-calendar.ts'

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new TypeError(`${text} is no date`)
  return parsed
}

const TODAY = date('2024-03-15') // a Friday
const day = fc.integer({ min: -120, max: 10 }).map((offset) => addDays(TODAY, offset))
const weekStart = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)

describe('the calendar of a streak', () => {
  it('is whole weeks, every date once, with the asked days and today in it', () => {
    fc.assert(
      fc.property(fc.array(day), day, fc.integer({ min: 1, max: 400 }), weekStart, (logged, today, days, start) => {
        const calendar = calendarOf(logged, [], today, days, start)
        expect(calendar.length % 7).toBe(0)
        expect(calendar[0] && weekdayOf(calendar[0].date)).toBe(start)
        calendar.forEach(({ date: each }, index) => {
          expect(each).toBe(addDays(calendar[0]?.date ?? each, index))
        })
        const dates = new Set(calendar.map((cell) => cell.date))
        expect(dates.has(today) && dates.has(addDays(today, 1 - days))).toBe(true)
        expect(calendar.length).toBeLessThan(days + 13)
      }),
    )
  })

  it('says of each day what happened on it', () => {
    const logged = ['2024-03-05', '2024-03-06', '2024-03-09', '2024-03-20'].map(date)
    const paused = [{ from: date('2024-03-08'), until: date('2024-03-10') }]
    const states = Object.fromEntries(
      calendarOf(logged, paused, TODAY, 14).map(({ date: d, state }) => [d.slice(5), state]),
    )
    expect(states).toEqual({
      ...{ '02-26': 'before', '02-27': 'before', '02-28': 'before', '02-29': 'before', '03-01': 'before' },
      ...{ '03-02': 'before', '03-03': 'before', '03-04': 'before', '03-05': 'logged', '03-06': 'logged' },
      ...{ '03-07': 'missed', '03-08': 'paused', '03-09': 'logged', '03-10': 'paused', '03-11': 'missed' },
      ...{ '03-12': 'missed', '03-13': 'missed', '03-14': 'missed', '03-15': 'today', '03-16': 'future' },
      '03-17': 'future',
    })
  })

  it('shows no day before the asked ones, however long ago the first was logged', () => {
    const calendar = calendarOf([date('2020-01-01')], [], TODAY, 90)
    expect(calendar.filter(({ state }) => state === 'missed')).toHaveLength(89)
    expect(calendar.filter(({ state }) => state === 'before').every(({ date: d }) => d < addDays(TODAY, -89))).toBe(
      true,
    )
  })

  it('shows today as logged or paused when it is', () => {
    const today = (logged: CivilDate[], pauses: { from: CivilDate; until: null }[]) =>
      calendarOf(logged, pauses, TODAY).find(({ date: d }) => d === TODAY)?.state
    expect(today([], [])).toBe('today')
    expect(today([TODAY], [])).toBe('logged')
    expect(today([], [{ from: TODAY, until: null }])).toBe('paused')
    expect(today([TODAY], [{ from: TODAY, until: null }])).toBe('logged')
  })

  it('holds a future day as future, even when something was logged on it', () => {
    const tomorrow = addDays(TODAY, 1)
    expect(calendarOf([tomorrow], [], TODAY).find(({ date: d }) => d === tomorrow)?.state).toBe('future')
  })
})
