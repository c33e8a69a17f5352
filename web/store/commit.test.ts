import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { makeBackup, readBackup } from './backup.ts'
import { commit, NO_CHANGE, type SaveProblem } from './commit.ts'
import { openDatabase } from './database.ts'
import { clearDayEdits, dayEdit, readDay } from './days.ts'
import { failedChanges } from './failed-changes.ts'
import { mergeIncoming } from './merge-incoming.ts'
import { readClock } from './meta.ts'
import { deleteMoodEdit, moodEdit, readMoods } from './moods.ts'
import { recentChanges } from './recent-changes.ts'
import { type Committed, onCommitted, onSaveProblem } from './store-events.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const typed = (value: number | null, session?: string) => ({
  kind: 'edit' as const,
  label: 'Weight saved',
  edits: [dayEdit(DAY, WEIGHT.id, value)],
  ...(session === undefined ? {} : { session }),
})

const mood = {
  id: 'm1',
  date: DAY,
  time: '08:30',
  rating: 4,
  energy: 3,
  stress: null,
  emoji: '🙂',
  tags: ['work'],
  reflection: 'Fine.',
}

describe('commit', () => {
  it('stores what was typed and says so once', async () => {
    const { db } = testDatabase()
    const heard: Committed[] = []
    const stop = onCommitted((event) => heard.push(event))
    const id = good(await commit(db, typed(74.6)))
    stop()
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74.6)
    expect(heard).toEqual([{ id, kind: 'edit', label: 'Weight saved', announce: true }])
  })

  it('makes a change of what was written before it, though that was asked for in the same moment', async () => {
    const { db } = testDatabase()
    const more = async () => commit(db, async () => typed(Number((await readDay(db, DAY))?.fields['weight']) + 1))
    for (const answer of await Promise.all([commit(db, typed(70)), more(), more()])) good(answer)
    expect((await readDay(db, DAY))?.fields['weight']).toBe(72)
  })

  it('says so where a change cannot be made, and goes on with the next', async () => {
    const { db } = testDatabase()
    const heard: SaveProblem[] = []
    const stop = onSaveProblem((problem) => heard.push(problem))
    const answers = await Promise.all([
      commit(db, () => Promise.reject(new Error('unreadable'))),
      commit(db, typed(70)),
    ])
    stop()
    expect(answers.map(({ ok }) => ok)).toEqual([false, true])
    expect(heard).toMatchObject([{ kind: 'unknown', cause: { message: 'unreadable' } }])
  })

  it('writes nothing, announces nothing and stamps nothing when nothing changes', async () => {
    const world = testDatabase()
    const { db } = world
    await commit(db, typed(74.6))
    const before = await db.documents.toArray()
    world.time += 5000
    const heard: Committed[] = []
    const stop = onCommitted((event) => heard.push(event))
    expect(good(await commit(db, typed(74.6)))).toBe(NO_CHANGE)
    stop()
    expect(heard).toEqual([])
    expect(await db.documents.toArray()).toEqual(before)
    expect(await db.changes.count()).toBe(1)
    expect(good(await commit(db, { ...typed(null), edits: [dayEdit(DAY, STEPS.id, null)] }))).toBe(NO_CHANGE)
  })

  it('[C1] gives the next stamp of the clock, also to a restarted app', async () => {
    const { db } = testDatabase()
    await commit(db, typed(74))
    expect(await readClock(db)).toBe(START * 1024)
    const again = openDatabase(db.name, { now: () => START })
    await commit(again, typed(75))
    expect((await again.documents.get(['day', DAY]))?.stamps['weight']).toBe(START * 1024 + 1)
  })

  it('[C1] gives no stamp twice when two tabs write at once', async () => {
    const { db } = testDatabase()
    const other = openDatabase(db.name, { now: () => START })
    const writes = Array.from({ length: 10 }, (_, index) =>
      commit(index % 2 === 0 ? db : other, {
        kind: 'edit',
        label: 'x',
        edits: [{ collection: 'pause', id: `p${index}`, fields: { from: DAY } }],
      }),
    )
    await Promise.all(writes)
    const stamps = (await db.documents.toArray()).map(({ stamps }) => stamps['from'])
    expect(new Set(stamps).size).toBe(10)
  })

  it('[C3] stamps an edit above what it replaces when the clock has gone back ten years', async () => {
    const world = testDatabase()
    await commit(world.db, typed(74))
    const first = (await world.db.documents.get(['day', DAY]))?.stamps['weight'] ?? 0
    world.time -= 10 * 365 * 86_400_000
    // Even a clock that was lost with the device's own notes.
    await world.db.meta.clear()
    await commit(world.db, typed(75))
    expect((await world.db.documents.get(['day', DAY]))?.stamps['weight']).toBe(first + 1)
  })

  it('[C2] goes on from a stamp it has seen in incoming documents, also when they lose', async () => {
    const { db } = testDatabase()
    const ahead = (START + 60_000) * 1024
    const incoming = { collection: 'day', id: DAY, fields: { steps: 5000 }, stamps: { steps: ahead as never } }
    good(await mergeIncoming(db, [incoming], { kind: 'restore', label: 'x' }))
    // The merge is a change, so it takes a stamp after the one it has seen.
    expect(await readClock(db)).toBe(ahead + 1)
    await commit(db, typed(74))
    expect((await db.documents.get(['day', DAY]))?.stamps['weight']).toBe(ahead + 2)
    const lower = { ...incoming, stamps: { steps: 5 as never } }
    good(await mergeIncoming(db, [lower], { kind: 'restore', label: 'x' }))
    expect(await readClock(db)).toBe(ahead + 2)
  })

  it('[M4] keeps fields it does not know through an edit', async () => {
    const { db } = testDatabase()
    await db.documents.put({
      collection: 'day',
      id: DAY,
      fields: { future: { a: [1] } },
      stamps: { future: 7 as never },
    })
    await commit(db, typed(74))
    expect(await db.documents.get(['day', DAY])).toMatchObject({
      fields: { future: { a: [1] }, weight: 74 },
      stamps: { future: 7 },
    })
  })

  it('[M5] hides a deleted mood and brings it back by an edit', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'x', edits: [moodEdit(mood)] })
    await commit(db, { kind: 'delete', label: 'x', edits: [deleteMoodEdit('m1')] })
    expect(await readMoods(db, DAY, DAY)).toEqual([])
    expect((await db.documents.get(['mood', 'm1']))?.fields['reflection']).toBe('Fine.')
    await commit(db, { kind: 'edit', label: 'x', edits: [{ collection: 'mood', id: 'm1', fields: { rating: 5 } }] })
    expect(await readMoods(db, DAY, DAY)).toEqual([{ ...mood, rating: 5 }])
  })

  it('mends half an emoji once, and such an entry can be backed up', async () => {
    const { db } = testDatabase()
    const cut = { ...mood, tags: ['cut \ud83d'], reflection: '\ude00' }
    good(await commit(db, { kind: 'edit', label: 'x', edits: [moodEdit(cut)] }))
    expect(await readMoods(db, DAY, DAY)).toEqual([{ ...mood, tags: ['cut \ufffd'], reflection: '\ufffd' }])
    expect(good(await commit(db, { kind: 'edit', label: 'x', edits: [moodEdit(cut)] }))).toBe(NO_CHANGE)
    expect(good(await readBackup(await makeBackup(db))).refused).toEqual([])
  })

  it('refuses what is no JSON, writes nothing of it and does not try it again', async () => {
    const { db } = testDatabase()
    const edits = [dayEdit(DAY, STEPS.id, 5), dayEdit(DAY, WEIGHT.id, Number.NaN)]
    expect(await commit(db, { kind: 'edit', label: 'x', edits })).toMatchObject({ failure: { kind: 'unknown' } })
    expect(await db.documents.count()).toBe(0)
    expect(failedChanges(db)).toEqual([])
  })

  it('joins two edits of one document in one change', async () => {
    const { db } = testDatabase()
    const edits = [dayEdit(DAY, WEIGHT.id, 74), dayEdit(DAY, STEPS.id, 9000), dayEdit(DAY, WEIGHT.id, 75)]
    const id = good(await commit(db, { kind: 'edit', label: 'x', edits }))
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 75, steps: 9000 })
    await undoChange(db, id)
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: null, steps: null })
  })

  it('keeps the keystrokes of one session as one change with the first value before', async () => {
    const { db } = testDatabase()
    await commit(db, typed(80))
    const first = good(await commit(db, typed(7, 's')))
    const second = good(await commit(db, typed(74, 's')))
    const third = good(
      await commit(db, { kind: 'edit', label: 'Both', session: 's', edits: [dayEdit(DAY, STEPS.id, 100)] }),
    )
    expect([second, third]).toEqual([first, first])
    expect((await recentChanges(db, 10)).map(({ label, size }) => [label, size])).toEqual([
      ['Both', 1],
      ['Weight saved', 1],
    ])
    expect(good(await undoChange(db, first))).toEqual({ undone: 2, keptNewer: 0 })
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 80, steps: null })
  })

  it('begins a new entry when the session goes on after its undo', async () => {
    const { db } = testDatabase()
    const first = good(await commit(db, typed(7, 's')))
    await undoChange(db, first)
    const second = good(await commit(db, typed(74, 's')))
    expect(second).not.toBe(first)
    await undoChange(db, second)
    expect((await readDay(db, DAY))?.fields['weight']).toBeNull()
  })

  it('lists changes newest first, with what can be undone', async () => {
    const world = testDatabase()
    const first = good(await commit(world.db, { ...typed(1), label: 'A' }))
    await commit(world.db, { kind: 'edit', label: 'B', edits: [dayEdit(DAY, STEPS.id, 2)] })
    await undoChange(world.db, first)
    expect(await recentChanges(world.db, 2)).toMatchObject([
      { label: 'Undone: A', kind: 'undo', at: START, canUndo: true, undone: false },
      { label: 'B', kind: 'edit', size: 1, canUndo: true },
    ])
    expect((await recentChanges(world.db, 10)).at(-1)).toMatchObject({ label: 'A', undone: true, canUndo: false })
  })
})

describe('clearDayEdits', () => {
  it('empties a day so that typing later brings nothing back', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, WEIGHT.id, 74), moodEdit(mood)] })
    const day = await readDay(db, DAY)
    if (day === undefined) throw new Error('No day')
    await commit(db, { kind: 'delete', label: 'x', edits: clearDayEdits(day, ['m1']) })
    expect(await db.loggedMonths.toArray()).toEqual([])
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, STEPS.id, 10)] })
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: null, steps: 10 })
    expect(await readMoods(db, DAY, DAY)).toEqual([])
  })
})
