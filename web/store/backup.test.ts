import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { WEIGHT } from '../../shared/metric/catalogue.ts'
import { backupFileName, lastBackupAt, makeBackup, readBackup, restoreBackup } from './backup.ts'
import { commit } from './commit.ts'
import { dayEdit, readDay } from './days.ts'
import { eraseEverything } from './erase.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const weighed = (value: number) => ({ kind: 'edit' as const, label: 'x', edits: [dayEdit(DAY, WEIGHT.id, value)] })
const file = (content: unknown) => new Blob([typeof content === 'string' ? content : JSON.stringify(content)])
const whole = { collection: 'day', id: DAY, fields: { steps: 5 }, stamps: { steps: 9 } }

describe('a backup', () => {
  it('is versioned JSON, and when it was made is known', async () => {
    const { db } = testDatabase()
    expect(await lastBackupAt(db)).toBeUndefined()
    await commit(db, weighed(74))
    const content: unknown = JSON.parse(await (await makeBackup(db)).text())
    expect(content).toEqual({
      format: 'ownit-backup',
      version: 1,
      createdAt: '2026-11-23T12:00:00.000Z',
      documents: await db.documents.toArray(),
    })
    expect(await lastBackupAt(db)).toBe(START)
    expect(backupFileName(DAY)).toBe('ownit-backup-2026-11-23.json')
  })

  it('of nothing is a backup too', async () => {
    const { db } = testDatabase()
    expect(good(await readBackup(await makeBackup(db)))).toEqual({ createdAt: START, documents: [], refused: [] })
  })

  it('[M4] carries fields, collections and deleted documents that this version does not know', async () => {
    const { db } = testDatabase()
    const strange = {
      collection: 'future',
      id: 'x',
      fields: { deleted: true, 'a@b@c': [1, { z: null }] },
      stamps: { deleted: 3 as never, 'a@b@c': 4 as never },
    }
    await db.documents.put(strange)
    const { db: other } = testDatabase()
    good(await restoreBackup(other, good(await readBackup(await makeBackup(db)))))
    expect(await other.documents.toArray()).toEqual([strange])
  })

  it('restores more than one batch, in one change', async () => {
    const { db } = testDatabase()
    const edits = Array.from({ length: 1203 }, (_, index) => ({
      collection: 'future',
      id: `${index}`,
      fields: { index },
    }))
    await commit(db, { kind: 'edit', label: 'x', edits })
    const { db: other } = testDatabase()
    const restored = good(await restoreBackup(other, good(await readBackup(await makeBackup(db)))))
    expect(restored).toMatchObject({ added: 1203, updated: 0, same: 0 })
    expect(await other.documents.toArray()).toEqual(await db.documents.toArray())
    expect(await other.changes.count()).toBe(1)
  })

  it('merges: newer values stay, nothing is wiped, and it can be undone', async () => {
    const world = testDatabase()
    const { db } = world
    await commit(db, weighed(70))
    const old = good(await readBackup(await makeBackup(db)))
    world.time += 1000
    await commit(db, weighed(71))
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(date('2026-11-22'), WEIGHT.id, 72)] })
    expect(good(await restoreBackup(db, old))).toMatchObject({ added: 0, updated: 0, same: 1 })
    expect((await readDay(db, DAY))?.fields['weight']).toBe(71)
    await db.documents.delete(['day', DAY])
    const restored = good(await restoreBackup(db, old))
    expect(restored).toMatchObject({ added: 1, updated: 0 })
    good(await undoChange(db, restored.id))
    expect((await readDay(db, DAY))?.fields['weight']).toBeNull()
    expect((await readDay(db, date('2026-11-22')))?.fields['weight']).toBe(72)
  })

  it.each([
    ['an empty file', '', 'not-a-backup'],
    ['a picture', '\u0089PNG\r\n', 'not-a-backup'],
    ['another JSON file', { days: [] }, 'not-a-backup'],
    ['an array', [1], 'not-a-backup'],
    ['a newer version', { format: 'ownit-backup', version: 2, documents: [] }, 'newer-version'],
    ['a newer version of another shape', { format: 'ownit-backup', version: 3, vault: 'x' }, 'newer-version'],
    ['a backup without documents', { format: 'ownit-backup', version: 1 }, 'damaged'],
    ['a file that ends early', '{"format":"ownit-backup","version":1,"documents":[{"coll', 'damaged'],
  ])('refuses %s and says why', async (_, content, kind) => {
    expect(await readBackup(file(content))).toMatchObject({ ok: false, failure: { kind } })
  })

  it('keeps the good documents of a damaged file and lists the bad ones', async () => {
    const documents = [
      whole,
      { ...whole, stamps: {} },
      { ...whole, id: '' },
      { ...whole, stamps: { steps: -1 } },
      { ...whole, fields: undefined },
      null,
      { ...whole, id: '2026-11-22' },
    ]
    const backup = good(await readBackup(file({ format: 'ownit-backup', version: 1, documents })))
    expect(backup.documents.map(({ id }) => id)).toEqual([DAY, '2026-11-22'])
    expect(backup.refused.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6])
    expect(backup.refused[0]?.problem).toContain('same keys')
  })
})

describe('erasing everything', () => {
  it('leaves nothing in any table, and the app goes on', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(74))
    await commit(db, { ...weighed(75), kind: 'import' })
    await makeBackup(db)
    good(await eraseEverything(db))
    for (const table of db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0])
    good(await commit(db, weighed(76)))
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 76 })
  })
})
