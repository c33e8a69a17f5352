import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { dayEdit, readDay, readDays } from './days.ts'
import { JOURNAL_CHANGES, JOURNAL_DAYS, JOURNAL_LARGE, LARGE_CHANGE, trimJournal } from './journal.ts'
import { readLoggedDays } from './logged-days.ts'
import { recentChanges } from './recent-changes.ts'
import { recoveryPoints, restoreRecoveryPoint } from './recovery-points.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const days = (count: number, value: number) =>
  Array.from({ length: count }, (_, index) => dayEdit(addDays(DAY, -index), WEIGHT.id, value))

describe('the journal', () => {
  it(`keeps the last ${JOURNAL_CHANGES} changes with what undoing them takes, without being asked`, async () => {
    const { db } = testDatabase()
    for (let i = 0; i < JOURNAL_CHANGES + 60; i++)
      await commit(db, { kind: 'edit', label: `${i}`, edits: [dayEdit(DAY, WEIGHT.id, 50 + i / 10)] })
    const kept = await recentChanges(db, 1000)
    expect(kept.length).toBeGreaterThanOrEqual(JOURNAL_CHANGES)
    expect(kept.length).toBeLessThan(JOURNAL_CHANGES + 50)
    expect(kept[0]?.label).toBe(`${JOURNAL_CHANGES + 59}`)
    expect(await db.previousValues.count()).toBe(kept.length)
  })

  it(`keeps nothing older than ${JOURNAL_DAYS} days`, async () => {
    const world = testDatabase()
    await commit(world.db, { kind: 'edit', label: 'old', edits: days(1, 70) })
    world.time += JOURNAL_DAYS * 86_400_000 - 1
    await commit(world.db, { kind: 'edit', label: 'new', edits: days(1, 71) })
    await trimJournal(world.db, world.time)
    expect(await recentChanges(world.db, 9)).toHaveLength(2)
    world.time += 2
    await trimJournal(world.db, world.time)
    expect((await recentChanges(world.db, 9)).map(({ label }) => label)).toEqual(['new'])
    expect(await world.db.previousValues.count()).toBe(1)
  })

  it(`lets only the last ${JOURNAL_LARGE} large changes be undone, and still lists the others`, async () => {
    const { db } = testDatabase()
    for (let i = 0; i < JOURNAL_LARGE + 2; i++)
      await commit(db, { kind: 'edit', label: `${i}`, edits: days(LARGE_CHANGE, 50 + i) })
    const kept = (await recentChanges(db, 100)).reverse()
    expect(kept).toHaveLength(JOURNAL_LARGE + 2)
    expect(kept.map(({ canUndo }) => canUndo)).toEqual([false, false, ...Array(JOURNAL_LARGE).fill(true)])
    const [first] = kept
    if (first === undefined) throw new Error('No change')
    expect(await undoChange(db, first.id)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })
})

describe('something bulk', () => {
  it('can be undone whole over several batches, and undone again', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'one', edits: days(1, 70) })
    const id = good(await commit(db, { kind: 'edit', label: 'many', edits: days(1200, 80) }))
    expect(await readLoggedDays(db)).toHaveLength(1200)
    expect(good(await undoChange(db, id))).toEqual({ undone: 1200, keptNewer: 0 })
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 70 })
    expect(await readLoggedDays(db)).toEqual([DAY])
    const [undo] = await recentChanges(db, 1)
    if (undo === undefined) throw new Error('No undo')
    expect(good(await undoChange(db, undo.id)).undone).toBe(1200)
    const all = await readDays(db, addDays(DAY, -2000), DAY)
    expect(all.filter(({ fields }) => fields['weight'] === 80)).toHaveLength(1200)
  })

  it('takes a recovery point first: many documents, imports, several deletions; not an edit, not one deletion', async () => {
    const { db } = testDatabase()
    const mood = (id: string) => ({ collection: 'mood', id, fields: { date: DAY, rating: 3 } })
    const remove = (id: string) => ({ collection: 'mood', id, fields: { deleted: true } })
    await commit(db, { kind: 'edit', label: 'moods', edits: ['a', 'b', 'c'].map(mood) })
    await commit(db, { kind: 'edit', label: 'few', edits: days(LARGE_CHANGE - 1, 70) })
    await commit(db, { kind: 'delete', label: 'one gone', edits: [remove('a')] })
    expect(await recoveryPoints(db)).toEqual([])
    await commit(db, { kind: 'delete', label: 'two gone', edits: [remove('b'), remove('c')] })
    await commit(db, { kind: 'import', label: 'file', edits: days(1, 71) })
    await commit(db, { kind: 'edit', label: 'many', edits: days(LARGE_CHANGE, 72) })
    expect((await recoveryPoints(db)).map(({ reason }) => reason)).toEqual(['many', 'file', 'two gone'])
    expect((await recoveryPoints(db))[0]).toMatchObject({ documents: 3 + LARGE_CHANGE - 1 })
  })

  it('keeps three recovery points and no snapshot of others', async () => {
    const { db } = testDatabase()
    for (let i = 0; i < 6; i++) await commit(db, { kind: 'import', label: `${i}`, edits: days(1, 50 + i) })
    expect((await recoveryPoints(db)).map(({ reason }) => reason)).toEqual(['5', '4', '3'])
    expect(await db.snapshots.count()).toBe(3)
  })

  it('is gone back before, documents of several batches too, and forward again', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'many', edits: days(1200, 70) })
    await commit(db, { kind: 'import', label: 'bad', edits: days(1300, 90) })
    const [point] = await recoveryPoints(db)
    if (point === undefined) throw new Error('No recovery point')
    const id = good(await restoreRecoveryPoint(db, point.id))
    expect((await readLoggedDays(db)).length).toBe(1200)
    expect((await readDay(db, DAY))?.fields['weight']).toBe(70)
    good(await undoChange(db, id))
    expect((await readLoggedDays(db)).length).toBe(1300)
    expect(await restoreRecoveryPoint(db, 'none')).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })
})
