import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Stamp } from '../../shared/document/stamp.ts'
import { mergeIncoming } from './merge-incoming.ts'
import { recentChanges } from './recent-changes.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const YEAR_MS = 365 * 86_400_000
const old = ((START - YEAR_MS) * 1024) as Stamp
const walked = (id: string, steps: number, stamp: Stamp) => ({
  collection: 'day',
  id: date(id),
  fields: { steps },
  stamps: { steps: stamp },
})
const restore = (label: string) => ({ kind: 'restore' as const, label })

it('a merge of documents older than the journal is listed as made now, and can be undone', async () => {
  const { db } = testDatabase()
  const merged = good(await mergeIncoming(db, [walked('2025-11-20', 9000, old)], restore('first')))
  expect(await recentChanges(db, 5)).toMatchObject([{ label: 'first', at: START, canUndo: true }])
  expect(good(await undoChange(db, merged.id)).undone).toBeGreaterThan(0)
})

it('two merges of equally old documents are two changes, each with its undo', async () => {
  const { db } = testDatabase()
  const first = good(await mergeIncoming(db, [walked('2025-11-20', 9000, old)], restore('first')))
  const second = good(await mergeIncoming(db, [walked('2025-11-21', 8000, old)], restore('second')))
  expect(first.id).not.toBe(second.id)
  expect((await recentChanges(db, 5)).map(({ label }) => label)).toEqual(['second', 'first'])
})
