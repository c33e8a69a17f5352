import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { dayEdit } from './days.ts'
import { readGoalRecords } from './goal-records.ts'
import { pauseEdit } from './pause-edits.ts'
import { date, good, testDatabase } from './test-database.ts'

it('holds the values from the first day asked for to two days after today, every logged day, and the pauses', async () => {
  const { db } = testDatabase()
  const edits = [
    ...['2026-11-20', '2026-11-22', '2026-11-25', '2026-11-26'].map((day) => dayEdit(date(day), STEPS.id, 9000)),
    pauseEdit({ id: 'p', from: date('2026-11-21'), until: null, reason: '' }),
  ]
  good(await commit(db, { kind: 'edit', label: 'x', edits }))
  const today = date('2026-11-23')
  const records = await readGoalRecords(db, [STEPS, WEIGHT], { from: date('2026-11-22') }, today, [])
  const values = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-25', '2026-11-26'].map((day) =>
    records.valueOn('steps', date(day)),
  )
  expect(values).toEqual([undefined, undefined, 9000, 9000, undefined])
  expect(records.valueOn('weight', date('2026-11-22'))).toBeUndefined()
  expect(records.logged).toHaveLength(4)
  expect([records.isLogged(date('2026-11-20')), records.isLogged(date('2026-11-21'))]).toEqual([true, false])
  expect([records.grows('steps'), records.grows('weight')]).toEqual([true, false])
  expect(records.pauses).toMatchObject([{ from: '2026-11-21', until: null }])
  expect(records.today).toBe(today)
})
