import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { profileEdit } from '../store/profile.ts'
import { testDatabase } from '../store/test-database.ts'
import { editChoice, NO_REMINDERS, type ReminderChoice } from './reminder-choice.ts'
import { isTimely, sayOf } from './say.ts'

const EVENING = Date.parse('2026-11-27T20:00:00Z')
const DAY_MS = 86_400_000
const CHOICE: ReminderChoice = {
  kinds: { 'log-today': 1200, 'streak-at-risk': 1200, 'weekly-report': 540 },
  weekday: 1,
  quiet: { from: 1320, until: 420 },
}

let db: Database
beforeEach(async () => {
  db = testDatabase().db
  await editChoice(db, () => CHOICE)
  await commit(db, { kind: 'settings', label: 'zone', edits: [profileEdit({ timeZone: 'UTC' })] })
})
const log = (date: string) =>
  commit(db, { kind: 'edit', label: 'steps', edits: [{ collection: 'day', id: date, fields: { steps: 4000 } }] })

describe('what a woken device says', () => {
  it('follows what is logged: silent, then the streak, then silent again', async () => {
    expect((await sayOf(db, 'log-today', EVENING))?.body).toBe('Nothing is logged yet today.')
    await log('2026-11-25')
    await log('2026-11-26')
    expect((await sayOf(db, 'log-today', EVENING))?.body).toContain('2 days')
    expect((await sayOf(db, 'streak-at-risk', EVENING))?.title).toBe('Keep your streak of 2 days')
    await log('2026-11-27')
    expect(await sayOf(db, 'log-today', EVENING)).toBeUndefined()
    expect(await sayOf(db, 'streak-at-risk', EVENING)).toBeUndefined()
    expect(await sayOf(db, 'log-today', EVENING + DAY_MS)).toMatchObject({ path: '/' })
  })

  it('is about the day of this person, which may end after midnight', async () => {
    await commit(db, { kind: 'settings', label: 'day', edits: [profileEdit({ dayStart: 180 })] })
    await editChoice(db, () => ({ ...CHOICE, kinds: { 'log-today': 60 }, quiet: { from: 0, until: 0 } }))
    const night = Date.parse('2026-11-28T01:00:00Z')
    expect(await sayOf(db, 'log-today', night)).toBeDefined()
    await log('2026-11-27')
    expect(await sayOf(db, 'log-today', night)).toBeUndefined()
  })

  it('is nothing for what was not chosen here, or is no kind', async () => {
    await editChoice(db, () => NO_REMINDERS)
    expect(await sayOf(db, 'log-today', EVENING)).toBeUndefined()
    expect(await sayOf(db, 'water', EVENING)).toBeUndefined()
  })
})

describe('a message is heard', () => {
  const timely = (hours: number, kind: 'log-today' | 'weekly-report' = 'log-today') =>
    isTimely(kind, CHOICE, 0, Math.round(hours * 60) % 1440)

  it('at its time and for some hours, not in quiet hours, and of a week all day', () => {
    expect([19.9, 20, 21.9].map((hours) => timely(hours))).toEqual([true, true, true])
    expect([22, 23, 2, 6.9].map((hours) => timely(hours))).toEqual([false, false, false, false])
    expect([7, 12, 19].map((hours) => timely(hours))).toEqual([false, false, false])
    expect([9, 15, 21.9, 7, 8.9].map((hours) => timely(hours, 'weekly-report'))).toEqual([true, true, true, true, true])
    expect(timely(23, 'weekly-report')).toBe(false)
  })
})
