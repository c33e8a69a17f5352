import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Rating } from '../../../shared/metric/rating.ts'
import { commit } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { readMoods } from '../../store/moods.ts'
import { recentChanges } from '../../store/recent-changes.ts'
import { addSampleData, removeSampleData, SAMPLE_SOURCE } from '../../store/sample-data.ts'
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

  it('over a mood of the sample makes an entry of the person’s own, which stays when the sample goes', async () => {
    const { db } = testDatabase()
    good(await addSampleData(db, TODAY))
    const sample = (await readMoods(db, date('2026-11-01'), TODAY)).at(-1)
    if (sample === undefined) throw new Error('the sample has no mood')
    expect(sample.source).toBe(SAMPLE_SOURCE)
    await tap(db, 1, sample.date)
    await tap(db, 2, sample.date)
    const own = [{ time: sample.time, rating: 2 }]
    expect(await stored(db, sample.date)).toEqual(own)
    good(await removeSampleData(db))
    expect(await stored(db, sample.date)).toEqual(own)
  })

  it('changes the entry of the tap before, though that is not stored yet', async () => {
    const { db } = testDatabase()
    await Promise.all([tap(db, 4), tap(db, 5), tap(db, 3)])
    expect(await stored(db)).toEqual([{ time: '13:00', rating: 3 }])
    expect(await recentChanges(db, 5)).toHaveLength(1)
  })
})
