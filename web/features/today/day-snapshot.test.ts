import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { DayValue } from '../../../shared/metric/day-value.ts'
import {
  type DaySnapshot,
  fortnightOf,
  lastInFortnight,
  SNAPSHOT_DAYS,
  snapshotStart,
  valueOn,
} from './day-snapshot.ts'

const DAY: CivilDate = parseCivilDate('2026-11-23') ?? fail()

function fail(): never {
  throw new Error('no date')
}

const typed = (value: number): DayValue => ({ origin: 'typed', value, candidates: [{ origin: 'typed', value }] })

/** Weights by how many days before DAY. */
const snapshotOf = (weights: Readonly<Record<number, number>>): DaySnapshot => ({
  day: DAY,
  values: new Map(
    Object.entries(weights).map(([ago, value]) => [addDays(DAY, -Number(ago)), new Map([[WEIGHT.id, typed(value)]])]),
  ),
})

describe('the fortnight', () => {
  it('ends with the day and leaves gaps open: nothing is carried forward, and nothing is zero', () => {
    const values = fortnightOf(snapshotOf({ 0: 74, 2: 75, 13: 76 }), WEIGHT.id)
    expect(values).toHaveLength(SNAPSHOT_DAYS)
    expect([values.at(-1), values.at(-3), values[0]]).toEqual([74, 75, 76])
    expect(values.filter(Number.isNaN)).toHaveLength(SNAPSHOT_DAYS - 3)
  })

  it('is of one metric', () => {
    expect(fortnightOf(snapshotOf({ 0: 74 }), STEPS.id).every(Number.isNaN)).toBe(true)
    expect(valueOn(snapshotOf({ 0: 74 }), STEPS.id, DAY)).toBeUndefined()
  })
})

describe('the last value', () => {
  it('is the newest before the day, never of the day itself', () => {
    expect(lastInFortnight(snapshotOf({ 0: 74, 3: 75, 9: 76 }), WEIGHT.id, DAY)).toEqual({
      date: addDays(DAY, -3),
      value: 75,
    })
  })

  it('reaches to the first day of the fortnight and no further', () => {
    expect(lastInFortnight(snapshotOf({ 13: 76 }), WEIGHT.id, DAY)?.date).toBe(snapshotStart(DAY))
    expect(lastInFortnight(snapshotOf({ 14: 76 }), WEIGHT.id, DAY)).toBeUndefined()
  })
})
