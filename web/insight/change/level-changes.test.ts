import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nullDays } from '../../../scripts/insight/null-days.ts'
import { addDays, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import { gridBefore } from '../series/day-grid.ts'
import { levelChanges } from './level-changes.ts'
import { steadyDays } from './steady-days.ts'

const START = fromEpochDay(19_723)

function changesIn(values: ArrayLike<number>) {
  const series = { metric: 'sleep', start: START, values: Float64Array.from(values) }
  const grid = gridBefore(series, addDays(START, values.length))
  if (grid === undefined) return []
  const found = levelChanges(grid, steadyDays(grid))
  return 'reason' in found ? found : [...found]
}

const calm = (seed: number, days: number, phi = 0.3) =>
  nullDays(seededRandom(seed), { days, phi, missing: 0.1, isHeavyTailed: false, weekly: 0.5 })
const stepped = (values: Float64Array, at: number, by: number) =>
  values.map((value, day) => 10 + value + (day >= at ? by : 0))

describe('level changes', () => {
  it('find a step, its day, its size and both levels', () => {
    const found = changesIn(stepped(calm(1, 300), 160, 2))
    expect(found).toHaveLength(1)
    const [change] = 'reason' in found ? [] : found
    expect(Math.abs(toEpochDay(change?.date ?? START) - toEpochDay(START) - 160)).toBeLessThanOrEqual(7)
    expect(change).toMatchObject({ metric: 'sleep', shape: 'step' })
    expect(change?.before.mean).toBeCloseTo(10, 0)
    expect(change?.after.mean).toBeCloseTo(12, 0)
    expect(change?.difference).toBe((change?.after.mean ?? 0) - (change?.before.mean ?? 0))
    expect(change?.deviations).toBeGreaterThan(1.5)
    expect((change?.before.n ?? 0) + (change?.after.n ?? 0)).toBe(calm(1, 300).filter((v) => v > -99).length)
    expect(change?.before.to).toBe(addDays(change?.date ?? START, -1))
  })

  it('call a slope gradual, because a line fits it better than steps do', () => {
    const found = changesIn(calm(2, 300).map((value, day) => value + day / 60))
    const shapes = 'reason' in found ? [] : found.map(({ shape }) => shape)
    expect(shapes.length).toBeGreaterThan(0)
    expect(new Set(shapes)).toEqual(new Set(['gradual']))
  })

  it('lie within the days that are told, in 95 of 100 cases', () => {
    let [told, within] = [0, 0]
    for (let seed = 0; seed < 120; seed++) {
      const found = changesIn(stepped(calm(seed, 365), 200, seed % 2 === 0 ? 1 : 2))
      if ('reason' in found || found.length !== 1) continue
      const [{ date, withinDays } = { date: START, withinDays: 0 }] = found
      told++
      if (Math.abs(toEpochDay(date) - toEpochDay(START) - 200) <= withinDays) within++
    }
    expect(told).toBeGreaterThan(90)
    expect(within / told).toBeGreaterThan(0.92)
  })

  it('tell each of two steps', () => {
    const found = changesIn(stepped(stepped(calm(3, 400), 120, 2), 280, -3))
    expect('reason' in found ? [] : found.map(({ difference }) => Math.round(difference))).toEqual([2, -3])
  })

  it('are not made by one day, however far away', () => {
    const clean = calm(4, 200)
    for (const far of [1e9, -1e9, 40]) {
      const values = clean.map((value, day) => (day === 90 ? far : value))
      expect(changesIn(values)).toMatchObject({ reason: 'nothing-seen' })
    }
  })

  it('are not told when they are under half a standard deviation of a day', () => {
    const found = changesIn(stepped(calm(5, 3650, 0), 1800, 0.35))
    expect(found).toMatchObject({ looked: 'change', metricY: 'sleep', reason: 'nothing-seen' })
    // Nor does what is refused claim that it would have been.
    expect('reason' in found && found.smallestEffect).toBeGreaterThan(0.35)
  })

  it('say how large a step would have been seen where none was', () => {
    const found = changesIn(calm(6, 365))
    const seen = 'reason' in found ? (found.smallestEffect ?? Number.NaN) : Number.NaN
    let hits = 0
    const persons = 60
    for (let seed = 100; seed < 100 + persons; seed++) {
      const each = changesIn(stepped(calm(seed, 365), 180, seen))
      if (!('reason' in each)) hits++
    }
    expect(hits / persons).toBeGreaterThan(0.6)
    expect(hits / persons).toBeLessThan(0.97)
  })

  it('over a gap of years are known to the gap', () => {
    const values = [...calm(7, 100), ...new Array(3650).fill(Number.NaN), ...calm(8, 100).map((value) => value + 3)]
    const found = changesIn(values)
    expect('reason' in found ? [] : found.map(({ withinDays }) => withinDays > 3600)).toEqual([true])
  })

  it('need 60 days that differ', () => {
    expect(changesIn(calm(9, 40).map((value) => value * 2))).toMatchObject({ reason: 'too-few-days', needed: 60 })
    expect(changesIn(new Array(80).fill(5))).toMatchObject({ reason: 'no-variation', n: 80 })
  })

  it('are looked for in days recorded weekly too', () => {
    const weekly = stepped(calm(10, 900, 0), 450, 3).map((value, day) => (day % 7 === 2 ? value : Number.NaN))
    expect(changesIn(weekly)).toHaveLength(1)
  })

  it('never throw, and their levels are finite, whatever the days', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -100, max: 20_000, noNaN: true }) },
      { weight: 2, arbitrary: fc.constantFrom(0, 1) },
      { weight: 2, arbitrary: fc.constant(Number.NaN) },
      { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, Number.POSITIVE_INFINITY) },
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 150 }), (values) => {
        const found = changesIn(values)
        for (const { difference, before, after, deviations } of 'reason' in found ? [] : found) {
          expect(Number.isFinite(difference) && Number.isFinite(deviations)).toBe(true)
          expect(before.n >= 14 && after.n >= 14 && before.to < after.from).toBe(true)
        }
      }),
    )
  })
})
