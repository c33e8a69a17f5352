import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { commit } from './commit.ts'
import { dismissEdit, readDismissals } from './dismissals.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

it('what is put aside stays aside, can be undone and taken out again, and damaged ones count for nothing', async () => {
  const { db } = testDatabase()
  const write = async (...edits: ReturnType<typeof dismissEdit>[]) =>
    good(await commit(db, { kind: 'edit', label: 'Put aside', edits }))
  const id = await write(dismissEdit('low-sleep', date('2026-11-20')))
  expect(await readDismissals(db)).toEqual([{ risk: 'low-sleep', on: '2026-11-20' }])

  good(await undoChange(db, id))
  expect(await readDismissals(db)).toEqual([])
  await write(dismissEdit('low-sleep', date('2026-11-21')))
  expect(await readDismissals(db)).toEqual([{ risk: 'low-sleep', on: '2026-11-21' }])
  await write(dismissEdit('low-sleep', null))
  expect(await readDismissals(db)).toEqual([])

  await write({ collection: 'dismissal', id: 'low-protein', fields: { on: 'yesterday' } })
  await write({ collection: 'dismissal', id: 'no-data', fields: { on: 7 } })
  expect(await readDismissals(db)).toEqual([])
})
