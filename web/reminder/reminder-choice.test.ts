import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { readMeta, writeMeta } from '../store/meta.ts'
import { testDatabase } from '../store/test-database.ts'
import {
  editChoice,
  NO_REMINDERS,
  type ReminderChoice,
  readChoice,
  readTold,
  remindersOf,
  writeTold,
} from './reminder-choice.ts'

const CHOICE: ReminderChoice = {
  kinds: { 'log-today': 1200, 'weekly-report': 60 },
  weekday: 7,
  quiet: { from: 0, until: 0 },
}

it('nothing is chosen until somebody chooses, nor where what is kept cannot be read', async () => {
  const db = testDatabase().db
  expect(await readChoice(db)).toEqual(NO_REMINDERS)
  expect(NO_REMINDERS.kinds).toEqual({})
  await editChoice(db, () => CHOICE)
  expect(await readChoice(db)).toEqual(CHOICE)
  await writeMeta(db, 'reminders', { kinds: { 'log-today': 'noon' } })
  expect(await readChoice(db)).toEqual(NO_REMINDERS)
  await writeMeta(db, 'reminders', {
    ...CHOICE,
    kinds: { 'log-today': 1440, water: 600, 'new-risk': 540 },
    quiet: 'never',
  })
  expect(await readChoice(db)).toEqual({ kinds: { 'new-risk': 540 }, weekday: 7, quiet: NO_REMINDERS.quiet })
})

it('edits that come together all hold, also when none has seen another', async () => {
  const db = testDatabase().db
  await editChoice(db, () => CHOICE)
  await Promise.all([
    editChoice(db, (choice) => ({ ...choice, kinds: { ...choice.kinds, 'log-today': 600 } })),
    editChoice(db, (choice) => ({ ...choice, kinds: { ...choice.kinds, 'new-risk': 540 } })),
    editChoice(db, (choice) => ({ ...choice, weekday: 3 })),
  ])
  expect(await readChoice(db)).toEqual({
    ...CHOICE,
    kinds: { ...CHOICE.kinds, 'log-today': 600, 'new-risk': 540 },
    weekday: 3,
  })
})

it('the day of the week is the person’s, whose day may begin after midnight', () => {
  expect(remindersOf(CHOICE, 0)).toEqual([
    { kind: 'log-today', at: 1200, weekday: null },
    { kind: 'weekly-report', at: 60, weekday: 7 },
  ])
  // At one in the morning, with the day beginning at three, their Sunday is a Monday of the clock.
  expect(remindersOf(CHOICE, 180)[1]).toEqual({ kind: 'weekly-report', at: 60, weekday: 1 })
})

it('what was told is kept, and of much the last', async () => {
  const db = testDatabase().db
  expect(await readTold(db)).toEqual([])
  await writeTold(
    db,
    Array.from({ length: 300 }, (_, n) => `goal ${n}`),
  )
  const told = await readTold(db)
  expect([told.length, told.at(-1)]).toEqual([200, 'goal 299'])
  expect(await readMeta(db, 'reminders')).toBeUndefined()
})
