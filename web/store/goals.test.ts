import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { challengeEdit, deleteChallengeEdit, readChallenges, stopChallengeEdit } from './challenges.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import { deleteGoalEdit, goalEdit, readGoals } from './goals.ts'
import { hasGoals } from './has-goals.ts'
import { newIdAfter } from './identifiers.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

function opened() {
  const { db } = testDatabase()
  return { db, write: async (edit: Edit) => good(await commit(db, { kind: 'edit', label: 'x', edits: [edit] })) }
}

it('goals are listed as they were made, and a deleted one comes back with an undo', async () => {
  const { db, write } = opened()
  const first = newIdAfter(undefined, 1000)
  const second = newIdAfter(first, 1000)
  expect(await hasGoals(db)).toBe(false)
  await write(goalEdit(second, { metric: 'sleep' }))
  await write(goalEdit(first, { metric: 'steps' }))
  expect((await readGoals(db)).map(({ id }) => id)).toEqual([first, second])
  expect(await hasGoals(db)).toBe(true)

  await write(goalEdit(second, { archived: '2026-11-27' }))
  const deleted = await write(deleteGoalEdit(first))
  expect(await readGoals(db)).toEqual([{ id: second, fields: { metric: 'sleep', archived: '2026-11-27' } }])
  expect(await hasGoals(db)).toBe(false)
  good(await undoChange(db, deleted))
  expect(await hasGoals(db)).toBe(true)
})

it('challenges are listed as they were begun, are given up, and a deleted one comes back with an undo', async () => {
  const { db, write } = opened()
  const id = newIdAfter(undefined, 1000)
  await write(challengeEdit(id, { name: 'x' }))
  await write(stopChallengeEdit(id, date('2026-11-27')))
  expect(await readChallenges(db)).toEqual([{ id, fields: { name: 'x', stopped: '2026-11-27' } }])
  const deleted = await write(deleteChallengeEdit(id))
  expect(await readChallenges(db)).toEqual([])
  good(await undoChange(db, deleted))
  expect(await readChallenges(db)).toHaveLength(1)
})
