import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Change } from './change.ts'
import { commit } from './commit.ts'
import { profileEdit, readProfile } from './profile.ts'
import { publishedBoardsEdit, readPublishedBoards } from './published-boards.ts'
import { good, testDatabase } from './test-database.ts'

it('nothing is published until it was agreed, for the boards and with the account for which it was', async () => {
  const { db } = testDatabase()
  const save = async (...edits: Change['edits']) => good(await commit(db, { kind: 'settings', label: 'Boards', edits }))
  expect(await readPublishedBoards(db, 'anna')).toEqual([])
  await save(publishedBoardsEdit(['streak', 'steps'], 'anna'), profileEdit({ weekStart: 7 }))
  expect(await readPublishedBoards(db, 'anna')).toEqual(['steps', 'streak'])
  expect(await readPublishedBoards(db, 'berta')).toEqual([])
  await save(publishedBoardsEdit(['steps'], null))
  expect(await readPublishedBoards(db, 'anna')).toEqual(['streak'])
  expect(await readProfile(db)).toMatchObject({ weekStart: 7 })
})
