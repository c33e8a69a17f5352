import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import type { ChangeId } from './change.ts'
import { commit } from './commit.ts'
import { dayEdit, readDay } from './days.ts'
import { moodEdit, readMoods } from './moods.ts'
import { profileEdit, readProfile } from './profile.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const edit = (...edits: ReturnType<typeof dayEdit>[]) => ({ kind: 'edit' as const, label: 'x', edits })

const mood = {
  id: 'm1',
  date: DAY,
  time: '08:30',
  rating: 4,
  energy: null,
  stress: null,
  emoji: '',
  tags: [],
  reflection: 'Fine.',
}

describe('undoChange', () => {
  it('gives back the value before, and keeps what was written since', async () => {
    const { db } = testDatabase()
    await commit(db, edit(dayEdit(DAY, WEIGHT.id, 70), dayEdit(DAY, STEPS.id, 100)))
    const id = good(await commit(db, edit(dayEdit(DAY, WEIGHT.id, 71), dayEdit(DAY, STEPS.id, 200))))
    await commit(db, edit(dayEdit(DAY, STEPS.id, 300)))
    expect(good(await undoChange(db, id))).toEqual({ undone: 1, keptNewer: 1 })
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 70, steps: 300 })
  })

  it('undoes an undo, again and again', async () => {
    const { db } = testDatabase()
    await commit(db, edit(dayEdit(DAY, WEIGHT.id, 70)))
    let id: ChangeId | undefined = good(await commit(db, edit(dayEdit(DAY, WEIGHT.id, 71))))
    for (const expected of [70, 71, 70, 71]) {
      if (id === undefined) throw new Error('No change')
      expect(good(await undoChange(db, id))).toEqual({ undone: 1, keptNewer: 0 })
      expect((await readDay(db, DAY))?.fields['weight']).toBe(expected)
      id = (await db.changes.orderBy('id').last())?.id
    }
  })

  it('undoes a change once', async () => {
    const { db } = testDatabase()
    const id = good(await commit(db, edit(dayEdit(DAY, WEIGHT.id, 70))))
    good(await undoChange(db, id))
    expect(await undoChange(db, id)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    expect(await undoChange(db, 'none' as ChangeId)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  })

  it('[M5] takes a mood entry back whole by deleting it, and gives it back whole', async () => {
    const { db } = testDatabase()
    const id = good(await commit(db, edit(moodEdit(mood))))
    good(await undoChange(db, id))
    expect(await readMoods(db, DAY, DAY)).toEqual([])
    const undo = (await db.changes.orderBy('id').last())?.id
    if (undo === undefined) throw new Error('No change')
    good(await undoChange(db, undo))
    expect(await readMoods(db, DAY, DAY)).toEqual([mood])
  })

  it('leaves a mood entry whose words were changed since', async () => {
    const { db } = testDatabase()
    const id = good(await commit(db, edit(moodEdit(mood))))
    await commit(db, edit({ collection: 'mood', id: 'm1', fields: { reflection: 'Better.' } }))
    expect(good(await undoChange(db, id)).undone).toBe(0)
    expect(await readMoods(db, DAY, DAY)).toEqual([{ ...mood, reflection: 'Better.' }])
  })

  it('gives a deleted entry back, and does not revive one that was deleted later', async () => {
    const { db } = testDatabase()
    await commit(db, edit(moodEdit(mood)))
    const rated = good(await commit(db, edit({ collection: 'mood', id: 'm1', fields: { rating: 1 } })))
    const deleted = good(await commit(db, edit({ collection: 'mood', id: 'm1', fields: { deleted: true } })))
    good(await undoChange(db, rated))
    expect(await readMoods(db, DAY, DAY)).toEqual([])
    good(await undoChange(db, deleted))
    expect(await readMoods(db, DAY, DAY)).toEqual([mood])
  })

  it('clears the first settings ever made, so that the next ones bring nothing back', async () => {
    const { db } = testDatabase()
    const id = good(await commit(db, edit(profileEdit({ theme: 'dark' }))))
    good(await undoChange(db, id))
    await commit(db, edit(profileEdit({ dayStart: 120 })))
    expect(await readProfile(db)).toMatchObject({ theme: 'auto', dayStart: 120 })
  })
})
