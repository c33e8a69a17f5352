import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { readSeries } from './day-values.ts'
import { dayEdit } from './days.ts'
import { readLoggedDays } from './logged-days.ts'
import { readMoods } from './moods.ts'
import { recentChanges } from './recent-changes.ts'
import { addSampleData, hasSampleData, removeSampleData } from './sample-data.ts'
import { SAMPLE_DAYS, sampleDays } from './sample-days.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const TODAY = date('2026-11-23')

describe('sample data', () => {
  it('is the same for the same day and another on another', () => {
    expect(sampleDays(TODAY)).toEqual(sampleDays(TODAY))
    expect(sampleDays(TODAY)[0]?.fields).not.toEqual(sampleDays(addDays(TODAY, 1))[0]?.fields)
  })

  it('ends yesterday, has every metric on most days, gaps, and plausible values', async () => {
    const { db } = testDatabase()
    expect(await hasSampleData(db)).toBe(false)
    good(await addSampleData(db, TODAY))
    expect(await hasSampleData(db)).toBe(true)
    const from = addDays(TODAY, -SAMPLE_DAYS)
    for (const { metric, values } of await readSeries(db, BUILT_IN_METRICS, from, TODAY)) {
      const known = values.filter((value) => !Number.isNaN(value))
      expect([metric, known.length > 200 && known.length < SAMPLE_DAYS]).toEqual([metric, true])
      expect(values.at(-1)).toBeNaN()
    }
    const [weight] = await readSeries(db, [WEIGHT], from, TODAY)
    const known = weight?.values.filter((value) => !Number.isNaN(value)) ?? new Float64Array()
    expect(Math.min(...known)).toBeGreaterThan(70)
    expect(Math.max(...known)).toBeLessThan(90)
    expect((await readMoods(db, from, TODAY)).every(({ source }) => source === 'sample')).toBe(true)
  })

  it('goes in one change and leaves what the person wrote', async () => {
    const { db } = testDatabase()
    good(await addSampleData(db, TODAY))
    const yesterday = addDays(TODAY, -1)
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(yesterday, WEIGHT.id, 74)] })
    const mine = { collection: 'mood', id: 'mine', fields: { date: TODAY, rating: 4 } }
    await commit(db, { kind: 'edit', label: 'x', edits: [mine] })
    const id = good(await removeSampleData(db))
    expect(await hasSampleData(db)).toBe(false)
    expect(await readLoggedDays(db)).toEqual([yesterday, TODAY])
    expect((await readMoods(db, addDays(TODAY, -500), TODAY)).map((mood) => mood.id)).toEqual(['mine'])
    good(await undoChange(db, id))
    expect(await hasSampleData(db)).toBe(true)
    expect((await readLoggedDays(db)).length).toBeGreaterThan(300)
  })

  it('comes back when it is added again', async () => {
    const { db } = testDatabase()
    good(await addSampleData(db, TODAY))
    const first = await readLoggedDays(db)
    good(await removeSampleData(db))
    expect(await readLoggedDays(db)).toEqual([])
    good(await addSampleData(db, TODAY))
    expect(await readLoggedDays(db)).toEqual(first)
    const [newest] = await recentChanges(db, 1)
    if (newest === undefined) throw new Error('No change')
    good(await undoChange(db, newest.id))
    expect(await readLoggedDays(db)).toEqual([])
  })
})
