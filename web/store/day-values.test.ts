import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Fields } from '../../shared/document/document.ts'
import { BUILT_IN_METRICS, MOOD, SLEEP, STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { firstLoggedDate, readDayValues, readSeries } from './day-values.ts'
import { readDay, readDays } from './days.ts'
import { lastValue } from './last-value.ts'
import { readLoggedBetween, readLoggedDays } from './logged-days.ts'
import { moodEdit, readMoods } from './moods.ts'
import { recentMoods } from './recent-moods.ts'
import { date, good, source, testDatabase } from './test-database.ts'

const DAY = date('2026-03-01')
const write = async (db: ReturnType<typeof testDatabase>['db'], id: CivilDate, fields: Fields) =>
  good(await commit(db, { kind: 'edit', label: 'x', edits: [{ collection: 'day', id, fields }] }))
const entry = (id: string, on: CivilDate, rating: number, time = '12:00') =>
  ({ id, date: on, time, rating, energy: null, stress: null, emoji: '', tags: [], reflection: '' }) as const
const feel = async (db: ReturnType<typeof testDatabase>['db'], ...moods: ReturnType<typeof entry>[]) =>
  good(await commit(db, { kind: 'edit', label: 'x', edits: moods.map(moodEdit) }))

describe('the value of a day', () => {
  it('is the typed one, else the largest of additive sources, else the preferred source', async () => {
    const { db } = testDatabase()
    await write(db, DAY, { weight: 70, 'weight@scale': 71, 'steps@a': 100, 'steps@b': 300, 'sleep@a': 7 })
    await write(db, addDays(DAY, 1), { 'weight@scale': 71, 'weight@app': 69, steps: 50, 'steps@b': 300 })
    const read = async (preferred: string[]) => {
      const values = await readDayValues(db, BUILT_IN_METRICS, DAY, addDays(DAY, 1), preferred.map(source))
      return [...values.values()].map((day) =>
        Object.fromEntries([...day].map(([id, { value, origin }]) => [id, `${value} ${origin}`])),
      )
    }
    expect(await read(['scale'])).toEqual([
      { weight: '70 typed', steps: '300 b', sleep: '7 a' },
      { weight: '71 scale', steps: '50 typed' },
    ])
    expect((await read(['app']))[1]?.['weight']).toBe('69 app')
    expect((await read([]))[1]?.['weight']).toBe('69 app')
  })

  it('of mood is the mean of the journal, and imported only without one', async () => {
    const { db } = testDatabase()
    await write(db, DAY, { 'mood@daylio': 1 })
    await write(db, addDays(DAY, 2), { 'mood@daylio': 2 })
    await feel(db, entry('a', DAY, 3), entry('b', DAY, 4), entry('c', addDays(DAY, 1), 5))
    const values = await readDayValues(db, [MOOD], DAY, addDays(DAY, 2))
    expect([...values].map(([on, day]) => [on, day.get(MOOD.id)?.value, day.get(MOOD.id)?.origin])).toEqual([
      [DAY, 3.5, 'journal'],
      [addDays(DAY, 1), 5, 'journal'],
      [addDays(DAY, 2), 2, 'daylio'],
    ])
    expect(values.get(DAY)?.get(MOOD.id)?.candidates).toHaveLength(2)
  })

  it('is missing, not zero, in a series', async () => {
    const { db } = testDatabase()
    await write(db, DAY, { weight: 70, steps: 0 })
    await write(db, addDays(DAY, 2), { weight: null, 'steps@x': 9 })
    await feel(db, entry('a', addDays(DAY, 1), 2))
    const series = await readSeries(db, [WEIGHT, STEPS, MOOD], DAY, addDays(DAY, 3))
    expect(series.map(({ metric, start, values }) => [metric, start, [...values]])).toEqual([
      ['weight', DAY, [70, Number.NaN, Number.NaN, Number.NaN]],
      ['steps', DAY, [0, Number.NaN, 9, Number.NaN]],
      ['mood', DAY, [Number.NaN, 2, Number.NaN, Number.NaN]],
    ])
    expect((await readSeries(db, [WEIGHT], DAY, addDays(DAY, -1)))[0]?.values).toHaveLength(0)
  })

  it('is the same in a series as by the winner rule, whatever is stored', async () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: -1, max: 400 }), fc.constant('x'))
    const fields = fc.dictionary(
      fc.constantFrom('weight', 'weight@a', 'weight@b', 'steps', 'steps@a', 'steps@b', 'mood@a', 'sleep@a', 'deleted'),
      value,
      { noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 5 }), async (stored) => {
        const { db } = testDatabase()
        for (const [index, each] of stored.entries()) await write(db, addDays(DAY, index), each)
        const to = addDays(DAY, stored.length)
        const values = await readDayValues(db, BUILT_IN_METRICS, DAY, to, [source('b')])
        for (const { metric, values: series } of await readSeries(db, BUILT_IN_METRICS, DAY, to, [source('b')]))
          series.forEach((seen, index) => {
            expect(seen).toBe(values.get(addDays(DAY, index))?.get(metric)?.value ?? Number.NaN)
          })
        db.close()
      }),
      { numRuns: 40 },
    )
  })

  it('was last recorded on the latest day before, however long ago', async () => {
    const { db } = testDatabase()
    await write(db, date('2015-01-05'), { sleep: 8 })
    await write(db, addDays(DAY, -1), { steps: 100 })
    await write(db, DAY, { steps: 200, sleep: 7 })
    expect(await lastValue(db, STEPS, DAY)).toMatchObject({ date: addDays(DAY, -1), value: { value: 100 } })
    expect(await lastValue(db, SLEEP, DAY)).toMatchObject({ date: '2015-01-05', value: { value: 8 } })
    expect(await lastValue(db, WEIGHT, DAY)).toBeUndefined()
    expect(await lastValue(db, SLEEP, date('2015-01-05'))).toBeUndefined()
  })
})

describe('reading days', () => {
  it('touches only the range and leaves out deleted days and ids that are no dates', async () => {
    const { db } = testDatabase()
    for (const id of ['2026-02-28', '2026-02-31', '2026-03-01', '2026-03-02', '2026-03-03'])
      await write(db, id as CivilDate, { weight: 70 })
    await write(db, date('2026-03-02'), { deleted: true })
    const days = await readDays(db, date('2026-02-28'), date('2026-03-02'))
    expect(days.map((day) => day.date)).toEqual(['2026-02-28', '2026-03-01'])
    expect(await readDay(db, date('2026-03-02'))).toBeUndefined()
  })

  it('logged are those with a real value or a mood, ascending', async () => {
    const { db } = testDatabase()
    await write(db, date('2026-03-31'), { weight: 70 })
    await write(db, date('2026-03-01'), { weight: 5, 'steps@a': 'x' })
    await write(db, date('2026-03-02'), { 'steps@a': 0 })
    await feel(db, entry('a', date('2025-12-31'), 3))
    expect(await readLoggedDays(db)).toEqual(['2025-12-31', '2026-03-02', '2026-03-31'])
    expect(await readLoggedBetween(db, date('2026-01-01'), date('2026-03-30'))).toEqual(['2026-03-02'])
    expect(await firstLoggedDate(db)).toBe('2025-12-31')
    expect(await firstLoggedDate(testDatabase().db)).toBeUndefined()
  })
})

describe('the mood journal', () => {
  it('is read by range in order, without entries that cannot be read', async () => {
    const { db } = testDatabase()
    await feel(db, entry('b', DAY, 4, '20:15'), entry('a', DAY, 3, '08:00'), entry('c', addDays(DAY, 1), 5))
    const bad = { collection: 'mood', id: 'd', fields: { date: DAY, rating: 9 } }
    const partial = { collection: 'mood', id: 'e', fields: { date: DAY, rating: 2, time: '25:00', tags: ['x', 4] } }
    await commit(db, { kind: 'edit', label: 'x', edits: [bad, partial] })
    expect((await readMoods(db, DAY, DAY)).map(({ id }) => id)).toEqual(['e', 'a', 'b'])
    expect((await readMoods(db, DAY, DAY))[0]).toEqual({ ...entry('e', DAY, 2, '00:00'), tags: ['x'] })
  })

  it('pages backwards by whole days and misses no entry', async () => {
    const { db } = testDatabase()
    const all = Array.from({ length: 25 }, (_, i) => entry(`m${i}`, addDays(DAY, Math.floor(i / 4)), 3, `0${i % 4}:00`))
    await feel(db, ...all)
    await commit(db, {
      kind: 'delete',
      label: 'x',
      edits: [{ collection: 'mood', id: 'm20', fields: { deleted: true } }],
    })
    const seen: string[] = []
    let before: CivilDate | undefined
    for (let page = await recentMoods(db, 3); page.length > 0; page = await recentMoods(db, 3, before)) {
      seen.push(...page.map(({ id }) => id))
      before = page.at(-1)?.date
    }
    expect(seen).toEqual(
      all
        .map(({ id }) => id)
        .filter((id) => id !== 'm20')
        .reverse(),
    )
  })
})
