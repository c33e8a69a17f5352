import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { LATEST_DAY_START } from '../../../shared/calendar/day-clock.ts'
import { agoText, clockText, dayStartExample, instantText, sizeText } from './setting-text.ts'

const date = (text: string) => text as CivilDate

describe('the example of a day start', () => {
  it('is true for every day start there is', () => {
    for (let dayStart = 30; dayStart <= LATEST_DAY_START; dayStart += 30) {
      const [, hours = '', minutes = ''] = /^At (\d\d):(\d\d) on Tuesday/.exec(dayStartExample(dayStart)) ?? []
      const at = Number(hours) * 60 + Number(minutes)
      expect(at).toBeGreaterThan(0)
      expect(at).toBeLessThan(dayStart)
    }
  })
  it('reads as a person would say it', () => {
    expect(dayStartExample(180)).toBe('At 02:00 on Tuesday it is still Monday for you.')
    expect(dayStartExample(30)).toBe('At 00:15 on Tuesday it is still Monday for you.')
    expect(dayStartExample(0)).toBe('At midnight a new day begins for you.')
  })
})

it('says an instant on the wall clock of the zone', () => {
  const at = Date.UTC(2026, 10, 23, 23, 30)
  expect(instantText(at, 'Europe/Berlin')).toBe('Tue 24 Nov 2026, 00:30')
  expect(instantText(at, 'America/New_York')).toBe('Mon 23 Nov 2026, 18:30')
})

it('says how long ago a day was', () => {
  const today = date('2026-11-23')
  expect(agoText(today, today)).toBe('today')
  expect(agoText(date('2026-11-22'), today)).toBe('yesterday')
  expect(agoText(date('2026-10-14'), today)).toBe('40 days ago')
})

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [12_400_000, '12.4 MB'],
  [123_456_789, '123 MB'],
  [5_000_000_000, '5 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

it('says minutes after midnight as a time', () => {
  expect([clockText(0), clockText(90)]).toEqual(['00:00', '01:30'])
})
