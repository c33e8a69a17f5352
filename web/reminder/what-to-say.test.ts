import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { REMINDER_KINDS } from '../../shared/push/protocol.ts'
import { type Facts, type ReachedByName, whatToSay } from './what-to-say.ts'

const FACTS: Facts = {
  today: '2026-11-27' as CivilDate,
  dayStart: 0,
  streak: { current: 12, todayLogged: false, pausedToday: false },
  reached: [],
  risks: [],
  weekDays: 5,
}
const say = (kind: (typeof REMINDER_KINDS)[number], change: Partial<Facts> = {}, told: readonly string[] = []) =>
  whatToSay(kind, { ...FACTS, ...change }, new Set(told))
const goalOf = (id: string, name: string): ReachedByName => ({ id, name, of: 'day', since: FACTS.today })
const streak = (change: Partial<Facts['streak']>) => ({ streak: { ...FACTS.streak, ...change } })

describe('a reminder to log', () => {
  it('names the streak where there is one, and is silent once something is logged, or in a pause', () => {
    expect(say('log-today')).toMatchObject({
      body: 'Nothing is logged yet today. Your streak stands at 12 days.',
      path: '/',
      canLog: true,
    })
    expect(say('log-today', streak({ current: 1 }))?.body).toBe('Nothing is logged yet today.')
    expect(say('log-today', streak({ todayLogged: true }))).toBeUndefined()
    expect(say('log-today', streak({ pausedToday: true }))).toBeUndefined()
  })
})

describe('a streak at risk', () => {
  it('is one of two days and more that would end today, at the end of the day of this person', () => {
    expect(say('streak-at-risk')).toMatchObject({
      title: 'Keep your streak of 12 days',
      body: 'One entry is enough. The day ends at midnight.',
    })
    expect(say('streak-at-risk', { dayStart: 210 })?.body).toContain('at 03:30')
    expect(say('streak-at-risk', streak({ current: 1 }))).toBeUndefined()
    expect(say('streak-at-risk', streak({ todayLogged: true }))).toBeUndefined()
    expect(say('streak-at-risk', streak({ pausedToday: true }))).toBeUndefined()
  })
})

describe('what is told once', () => {
  it('is a goal on a day', () => {
    const reached = [goalOf('a', 'Steps'), goalOf('b', 'Sleep')]
    const first = say('goal-reached', { reached: reached.slice(0, 1) })
    expect(first).toMatchObject({ title: 'Goal reached', body: 'Today: Steps.' })
    const second = say('goal-reached', { reached }, first?.told)
    expect(second).toMatchObject({ title: 'Goal reached', body: 'Today: Sleep.' })
    const told = [...(first?.told ?? []), ...(second?.told ?? [])]
    expect(say('goal-reached', { reached }, told)).toBeUndefined()
    const tomorrow = reached.map((goal) => ({ ...goal, since: '2026-11-28' as CivilDate }))
    expect(say('goal-reached', { reached: tomorrow }, told)?.title).toBe('2 goals reached')
  })

  it('is a goal of a week, and one by a date, as which they are named', () => {
    const reached = [
      { ...goalOf('a', 'Weight'), of: 'date' as const },
      { ...goalOf('b', 'Protein'), of: 'week' as const },
      goalOf('c', 'Steps'),
      { ...goalOf('d', 'Sleep'), of: 'week' as const },
    ]
    const first = say('goal-reached', { reached })
    expect(first).toMatchObject({
      title: '4 goals reached',
      body: 'Today: Steps. Last week: Protein, Sleep. By its date: Weight.',
    })
    expect(new Set(first?.told).size).toBe(4)
    expect(say('goal-reached', { reached }, first?.told)).toBeUndefined()
    // A goal that was of a day and is of a week now is reached as both.
    const both = [goalOf('a', 'Steps'), { ...goalOf('a', 'Steps'), of: 'week' as const }]
    expect(
      say('goal-reached', { reached: both.slice(1) }, say('goal-reached', { reached: both.slice(0, 1) })?.told),
    ).toBeDefined()
  })

  it('is a risk while it holds', () => {
    const risks = [{ id: 'low-sleep 2026-11-01', name: 'Sleep' }]
    const first = say('new-risk', { risks })
    expect(first).toMatchObject({ body: 'Something new about: Sleep.', path: '/insights' })
    expect(say('new-risk', { risks }, first?.told)).toBeUndefined()
    expect(say('new-risk', { risks: [{ id: 'no-data 2026-11-20', name: undefined }] }, first?.told)?.body).toBe(
      'There is something new in Insights.',
    )
    expect(say('new-risk')).toBeUndefined()
  })
})

it('a week is ready that has a day in it', () => {
  expect(say('weekly-report')?.body).toBe('You logged 5 of the last 7 days.')
  expect(say('weekly-report', { weekDays: 0 })).toBeUndefined()
})

it('no notice names a value: a locked screen is read by others', () => {
  for (const kind of REMINDER_KINDS)
    expect(JSON.stringify(say(kind, { reached: [goalOf('a', 'Weight')] }) ?? '')).not.toMatch(/kg|kcal|\d{4,} /)
})
