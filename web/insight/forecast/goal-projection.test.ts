import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { type GoalOptions, type GoalProjection, projectGoal } from './goal-projection.ts'

const start = parseCivilDate('2024-01-01')
if (start === undefined) throw new Error('no such day')
const first = start
const seriesOf = (values: ArrayLike<number>, metric = 'weight') => ({
  metric,
  start,
  values: Float64Array.from(values),
})

/** A weight that wanders a little from day to day. */
function weights(seed: number, days: number, daily = 0): number[] {
  const random = seededRandom(seed)
  let level = 80
  return Array.from({ length: days }, () => {
    level += daily + 0.1 * normalOf(random)
    return level + 0.5 * normalOf(random)
  })
}

function project(values: ArrayLike<number>, options: Partial<GoalOptions> = {}, metric?: string): GoalProjection {
  const today = addDays(first, values.length)
  const found = projectGoal(seriesOf(values, metric), { target: 79, reach: 'at-most', today, seed: 1, ...options })
  if (found.kind !== 'goal-projection') throw new Error(`no projection: ${found.reason}`)
  return found
}

describe('the projection of a goal', () => {
  it('gives the same answer for the same days and seed, and about the same for another', () => {
    const values = weights(1, 200)
    expect(project(values)).toEqual(project(values))
    const [one = 0, other = 0] = [1, 2].map((seed) => project(values, { seed }).probability[180])
    expect(one).not.toBe(other)
    expect(Math.abs(one - other)).toBeLessThan(0.08)
  })

  it('never falls with time, and holds its dates', () => {
    const value = fc.oneof(fc.double({ min: 60, max: 90, noNaN: true }), fc.constantFrom(80, Number.NaN, 1e9, 0))
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 14, maxLength: 90 }),
        fc.double({ min: 50, max: 100, noNaN: true }),
        fc.constantFrom('at-least' as const, 'at-most' as const),
        (values, target, reach) => {
          const today = addDays(start, values.length)
          const found = projectGoal(seriesOf(values), { target, reach, today, seed: 3 })
          if (found.kind !== 'goal-projection') return
          const { probability, early, likely, late, onCourse } = found
          expect(probability.length).toBe(365)
          for (const [day, chance] of probability.entries()) {
            expect(chance).toBeGreaterThanOrEqual(probability[day - 1] ?? 0)
            expect(chance).toBeLessThanOrEqual(1)
          }
          for (const [date, share] of [
            [early, 0.1],
            [likely, 0.5],
            [late, 0.9],
          ] as const) {
            if (date === undefined) expect(probability[364]).toBeLessThan(share)
            else {
              const day = daysBetween(today, date)
              expect(probability[day]).toBeGreaterThanOrEqual(share)
              expect(probability[day - 1] ?? 0).toBeLessThan(share)
            }
          }
          expect(onCourse).toBe((probability[364] ?? 0) >= 0.5)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('is lower for what is farther', () => {
    const values = weights(4, 200)
    const chances = [80, 78, 74, 65].map((target) => project(values, { target }).probability[364] ?? Number.NaN)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(chances.at(-1)).toBeLessThan(0.05)
    expect(project(values, { target: 65 })).toMatchObject({ onCourse: false })
    expect(project(values, { target: 65 }).likely).toBeUndefined()
  })

  it('of a goal that is met today is certain', () => {
    const found = project(weights(5, 100), { target: 95 })
    expect(found.probability[0]).toBe(1)
    expect(found.early).toBe(found.late)
  })

  it('with a plan of the person’s moves at its pace, and says that it is theirs', () => {
    const values = weights(6, 200)
    const target = (values.at(-1) ?? 80) - 5
    expect(project(values, { target }).plannedPerWeek).toBeUndefined()
    const planned = project(values, { target, plannedPerWeek: -0.5 })
    expect(planned.plannedPerWeek).toBe(-0.5)
    // Ten weeks at half a kilogram.
    expect(Math.abs(daysBetween(addDays(start, 200), planned.likely ?? start) - 70)).toBeLessThan(20)
  })

  it('counts what cannot be as what can: no mood above 5', () => {
    const moods = Array.from({ length: 60 }, (_, day) => 3 + (day % 2))
    expect(project(moods, { target: 5.1, reach: 'at-least' }, 'mood').probability[364]).toBe(0)
  })

  it('is not made of too few days, or of old ones', () => {
    const options = { target: 79, reach: 'at-most', seed: 1 } as const
    const values = weights(7, 13)
    expect(projectGoal(seriesOf(values), { ...options, today: addDays(start, 13) })).toMatchObject({
      kind: 'not-enough-data',
      reason: 'too-few-days',
    })
    expect(projectGoal(seriesOf([]), { ...options, today: start })).toMatchObject({ reason: 'no-days' })
    expect(projectGoal(seriesOf(weights(7, 60)), { ...options, today: addDays(start, 90) })).toMatchObject({
      reason: 'stale',
    })
  })
})
