import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS, STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import { readSeries } from './day-values.ts'
import { dayEdit } from './days.ts'
import { HeldSeries, LONGEST_DAYS } from './insight-series.ts'
import { archiveMetricEdit, metricEdit } from './metric-edits.ts'
import { deleteMoodEdit, moodEdit } from './moods.ts'
import { profileEdit } from './profile.ts'
import { date, good, metricId, source, testDatabase } from './test-database.ts'
import { watchDocuments } from './watch-documents.ts'

const TODAY = date('2026-11-27')
const todayOf = () => TODAY

const mood = (id: string, day: string, rating: number) =>
  moodEdit({
    id,
    date: date(day),
    time: '09:00',
    rating,
    energy: null,
    stress: null,
    emoji: '',
    tags: [],
    reflection: '',
  })

const WATER = { name: 'Water', unit: 'l', min: 0, max: 9, step: 0.1, direction: 'up', aggregate: 'sum' } as const

/** Series that hear of every write, as a worker's do. */
async function world() {
  const { db } = testDatabase()
  await db.open()
  const held = new HeldSeries(db)
  const stop = watchDocuments(db, (written) => held.touch(written))
  const write = async (...edits: Edit[]) => good(await commit(db, { kind: 'edit', label: 'x', edits }))
  const read = async (today = TODAY) => (await held.read(() => today)).series
  const valuesOf = async (metric: string) => [
    ...((await read()).find((series) => series.metric === metric)?.values ?? []),
  ]
  return { db, held, stop, write, read, valuesOf }
}

describe('held series', () => {
  it('holds every metric that has days, from the first logged day to today', async () => {
    const { read, write } = await world()
    expect(await read()).toEqual([])
    await write(dayEdit(date('2026-11-25'), STEPS.id, 5000), dayEdit(TODAY, STEPS.id, 200), mood('a', '2026-11-26', 4))
    expect(await read()).toEqual([
      { metric: 'steps', start: '2026-11-25', values: Float64Array.of(5000, Number.NaN, 200) },
      { metric: 'mood', start: '2026-11-25', values: Float64Array.of(Number.NaN, 4, Number.NaN) },
    ])
  })

  it('knows values of the last day it read, which is not over, from those of the days before', async () => {
    const { held, read, write } = await world()
    await write(dayEdit(TODAY, STEPS.id, 200))
    await read()
    expect(held.isLastDay([['day', TODAY]])).toBe(true)
    expect(held.isLastDay([['day', '2026-11-26']])).toBe(false)
    expect(
      held.isLastDay([
        ['day', TODAY],
        ['mood', 'a'],
      ]),
    ).toBe(false)
    expect(held.isLastDay('many')).toBe(false)
  })

  it('a mood that moves to another day leaves the one it was on, and one that is deleted is gone', async () => {
    const { write, valuesOf } = await world()
    await write(mood('a', '2026-11-25', 4), mood('b', '2026-11-26', 2))
    expect(await valuesOf('mood')).toEqual([4, 2, Number.NaN])
    await write(mood('a', '2026-11-26', 4))
    expect(await valuesOf('mood')).toEqual([Number.NaN, 3, Number.NaN])
    await write(deleteMoodEdit('b'))
    expect(await valuesOf('mood')).toEqual([Number.NaN, 4, Number.NaN])
  })

  it('leaves out hidden and archived metrics, and follows a change of what counts', async () => {
    const { write, valuesOf } = await world()
    const water = metricId('water')
    await write(metricEdit(WATER, water), {
      collection: 'day',
      id: TODAY,
      fields: { weight: 70, 'sleep@ring': 6, 'sleep@watch': 8, water: 2 },
    })
    expect(await valuesOf(water)).toEqual([2])
    await write(profileEdit({ hiddenMetrics: [WEIGHT.id] }))
    expect(await valuesOf('weight')).toEqual([])
    await write(archiveMetricEdit(water))
    expect(await valuesOf(water)).toEqual([])
    await write(profileEdit({ preferredSources: [source('watch'), source('ring')], hiddenMetrics: [] }))
    expect((await valuesOf('sleep')).at(-1)).toBe(8)
  })

  it('what was handed out never changes, and a series without a change is the same object', async () => {
    const { write, read } = await world()
    await write(dayEdit(date('2026-11-25'), STEPS.id, 5000), dayEdit(date('2026-11-25'), WEIGHT.id, 70))
    const [weight, steps] = await read()
    await write(dayEdit(date('2026-11-26'), STEPS.id, 6000))
    const again = await read()
    expect(steps?.values[1]).toBeNaN()
    expect(again[0]).toBe(weight)
    expect(again[1]?.values[1]).toBe(6000)
  })

  it('a date from long ago, or one to come, costs no centuries', async () => {
    const { write, read } = await world()
    await write(dayEdit(date('0901-01-01'), STEPS.id, 5000), dayEdit(date('2999-01-01'), STEPS.id, 5000))
    await write(dayEdit(TODAY, STEPS.id, 1))
    expect((await read())[0]).toMatchObject({ start: addDays(TODAY, -LONGEST_DAYS) })
    expect((await read())[0]?.values).toHaveLength(LONGEST_DAYS + 1)
  })

  it('after a failed read everything is read again', async () => {
    const { db, held, write } = await world()
    await write(dayEdit(TODAY, STEPS.id, 7))
    const broken = held.read(() => {
      throw new RangeError('no zone')
    })
    await expect(broken).rejects.toThrow('no zone')
    expect((await held.read(todayOf)).series[0]?.values).toEqual(Float64Array.of(7))
    await db.delete()
  })

  it('is what reading everything anew is, whatever is written in which order', async () => {
    const day = fc.integer({ min: 0, max: 6 }).map((back) => addDays(TODAY, -back))
    const edit = fc.oneof(
      fc.tuple(day, fc.option(fc.nat(9000))).map(([on, steps]) => dayEdit(on, STEPS.id, steps)),
      fc
        .tuple(fc.constantFrom('a', 'b', 'c'), day, fc.integer({ min: 1, max: 5 }))
        .map(([id, on, r]) => mood(id, on, r)),
      fc.constantFrom('a', 'b', 'c').map(deleteMoodEdit),
      fc.constantFrom([], [WEIGHT.id]).map((hiddenMetrics) => profileEdit({ hiddenMetrics })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), async (changes) => {
        const { db, stop, write, read } = await world()
        for (const edits of changes) {
          await write(...edits)
          const held = await read()
          const from = held[0]?.start ?? TODAY
          const fresh = await readSeries(db, BUILT_IN_METRICS, from, TODAY)
          expect(held).toEqual(fresh.filter(({ values }) => values.some((value) => !Number.isNaN(value))))
        }
        stop()
        await db.delete()
      }),
      { numRuns: 25 },
    )
  })
})
