import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { STEPS } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { openDatabase } from './database.ts'
import { dayEdit } from './days.ts'
import { eraseEverything } from './erase.ts'
import { writeMeta } from './meta.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'
import { type Written, watchDocuments } from './watch-documents.ts'

const START = date('2026-01-01')
const walk = (days: number) => ({
  kind: 'edit' as const,
  label: 'x',
  edits: Array.from({ length: days }, (_, day) => dayEdit(addDays(START, day), STEPS.id, 5000 + day)),
})

it('says which documents were written, by whichever handle, and that it were many where they are', async () => {
  const { db } = testDatabase()
  const other = openDatabase(db.name, { now: db.now })
  await Promise.all([db.open(), other.open()])
  const heard: Written[] = []
  const stop = watchDocuments(db, (keys) => heard.push(keys))

  const id = good(await commit(other, walk(2)))
  await vi.waitFor(() =>
    expect(heard).toEqual([
      [
        ['day', '2026-01-01'],
        ['day', '2026-01-02'],
      ],
    ]),
  )
  good(await undoChange(db, id))
  expect(heard).toHaveLength(2)
  good(await commit(db, walk(300)))
  expect(heard.at(-1)).toBe('many')
  good(await eraseEverything(db))
  expect(heard).toHaveLength(4)
  expect(heard.at(-1)).toBe('many')

  good(await writeMeta(db, 'x', 1))
  good(await commit(testDatabase().db, walk(1)))
  stop()
  good(await commit(db, walk(1)))
  expect(heard).toHaveLength(4)
})
