import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { dayPoints, splitByThreshold, valueOn } from './evidence.ts'

const start: CivilDate = parseCivilDate('2026-11-01') ?? neverDate()
const GAP = Number.NaN
const series = (metric: string, values: readonly number[]) => ({ metric, start, values: Float64Array.from(values) })

function neverDate(): never {
  throw new Error('no such day')
}

describe('the days behind a finding', () => {
  it('are parted by what was the days before', () => {
    const sleep = series('sleep', [6, 8, GAP, 9, 7])
    const steps = series('steps', [100, 200, 300, 400, 500])
    const { under, over } = splitByThreshold(sleep, steps, {
      lag: 1,
      threshold: 8,
      from: start,
      to: addDays(start, 4),
    })
    expect([...under.x], 'a day whose day before is not recorded is in neither').toEqual([6])
    expect([...under.y]).toEqual([200])
    expect([...over.x], 'the threshold itself is at or above it').toEqual([8, 9])
    expect([...over.y]).toEqual([300, 500])
    expect(over.mean).toBe(400)
  })

  it('are those of the period of the finding and no others', () => {
    const weight = series('weight', [70, 71, GAP, 73])
    const points = dayPoints(weight, addDays(start, 1), addDays(start, 20))
    expect([...points.x]).toEqual([toEpochDay(start) + 1, toEpochDay(start) + 3])
    expect(points.mean).toBe(72)
  })

  it('are none outside of what is recorded', () => {
    expect(valueOn(series('weight', [70]), addDays(start, -1))).toBeNaN()
    expect(dayPoints(series('weight', [70]), addDays(start, 5), addDays(start, 9)).mean).toBeNaN()
  })
})
