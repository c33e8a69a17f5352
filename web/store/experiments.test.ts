import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import {
  deleteExperimentEdit,
  experimentEdit,
  readExperiment,
  readExperiments,
  stopExperimentEdit,
} from './experiments.ts'
import { newIdAfter } from './identifiers.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

it('experiments are listed as they were begun, end before their time, and a deleted one comes back with an undo', async () => {
  const { db } = testDatabase()
  const write = async (edit: Edit) => good(await commit(db, { kind: 'edit', label: 'x', edits: [edit] }))
  const first = newIdAfter(undefined, 1000)
  const second = newIdAfter(first, 1000)
  await write(experimentEdit(second, { outcome: 'mood' }))
  await write(experimentEdit(first, { outcome: 'sleep' }))
  expect((await readExperiments(db)).map(({ id }) => id)).toEqual([first, second])

  await write(stopExperimentEdit(first, date('2026-11-27')))
  expect(await readExperiment(db, first)).toEqual({ id: first, fields: { outcome: 'sleep', stopped: '2026-11-27' } })

  const deleted = await write(deleteExperimentEdit(first))
  expect(await readExperiment(db, first)).toBeUndefined()
  expect((await readExperiments(db)).map(({ id }) => id)).toEqual([second])
  good(await undoChange(db, deleted))
  expect((await readExperiment(db, first))?.fields).toMatchObject({ outcome: 'sleep', stopped: '2026-11-27' })
  expect(await readExperiment(db, 'none')).toBeUndefined()
})
