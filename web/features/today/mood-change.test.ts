import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Rating } from '../../../shared/metric/rating.ts'
import { commit } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { readMoods } from '../../store/moods.ts'
import { recentChanges } from '../../store/recent-changes.ts'
import { date, good, testDatabase } from '../../store/test-database.ts'
import { moodChange } from './mood-change.ts'

const TODAY = date('2026-11-23')
const tap = async (db: Database, rating: Rating, day = TODAY) =>
  good(await commit(db, moodChange(db, day, TODAY, 'Europe/Berlin', rating)))
const stored = async (db: Database, day = TODAY) =>
  (await readMoods(db, day, day)).map(({ time, rating }) => ({ time, rating }))

describe('a tap on a face', () => {
  it('makes an entry with the hour of today, and none of its own on another day', async () => {
    const { db } = testDatabase()
    await tap(db, 4)
    await tap(db, 2, date('2026-11-20'))
    expect(await stored(db)).toEqual([{ time: '13:00', rating: 4 }])
    expect(await stored(db, date('2026-11-20'))).toEqual([{ time: '12:00', rating: 2 }])
  })

  it('changes the entry of the tap before, though that is not stored yet', async () => {
    const { db } = testDatabase()
    await Promise.all([tap(db, 4), tap(db, 5), tap(db, 3)])
    expect(await stored(db)).toEqual([{ time: '13:00', rating: 3 }])
    expect(await recentChanges(db, 5)).toHaveLength(1)
  })
})
