import { expect, it } from 'vitest'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { REMINDER_KINDS } from '../../shared/push/protocol.ts'
import { calendarFile, hasCalendarEvents } from './calendar-file.ts'

const OPTIONS = {
  from: '2026-11-27' as CivilDate,
  now: Date.parse('2026-11-27T14:05:09.123Z'),
  origin: 'https://ownit.example.org',
}

it('a file holds an event with an alarm for each reminder that needs no look at the data', () => {
  const reminders = REMINDER_KINDS.map((kind) => ({ kind, at: 20 * 60 + 5, weekday: null }))
  const text = calendarFile(reminders, OPTIONS)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  expect(text.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\n/g)).toHaveLength(3)
  expect(text).toContain('UID:log-today@ownit\r\nDTSTAMP:20261127T140509Z\r\nDTSTART:20261127T200500\r\n')
  expect(text).not.toMatch(/goal|new-risk/)
  expect(hasCalendarEvents(reminders)).toBe(true)
  expect(hasCalendarEvents([{ kind: 'new-risk', at: 0, weekday: null }])).toBe(false)
})

it('a time is one of the clock on the wall, with no zone, and of a week on its next day', () => {
  const text = calendarFile([{ kind: 'weekly-report', at: 9 * 60, weekday: 1 }], OPTIONS)
  // The Friday is followed by Monday the 30th.
  expect(text).toContain('\r\nDTSTART:20261130T090000\r\n')
  expect(text).toContain('\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n')
  expect(text).not.toMatch(/DTSTART[^\r]*(?:Z|TZID)/)
})

it('no line is longer than a calendar must read, and each ends as it must', () => {
  const origin = `https://${'a'.repeat(120)}.example.org`
  const text = calendarFile([{ kind: 'log-today', at: 0, weekday: null }], { ...OPTIONS, origin })
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(`URL:${origin}/`)
})
