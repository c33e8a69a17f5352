import { describe, expect, it } from 'vitest'
import { SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { countRecorded, type DayGrid, recordedSpan, valuesIn } from './day-grid.ts'
import { dayRows, rowValue } from './day-rows.ts'
import { date } from './written-date.ts'

const gap = Number.NaN
const grid: DayGrid = {
  start: date('2026-11-20'),
  days: 5,
  columns: new Map([
    [SLEEP.id, Float64Array.of(gap, 7, gap, 8, gap)],
    [STEPS.id, Float64Array.of(4000, gap, gap, 0, gap)],
  ]),
}

describe('values of a period', () => {
  it('are a view of the grid inside it', () => {
    const values = valuesIn(grid, SLEEP.id, { from: date('2026-11-21'), to: date('2026-11-23') })
    expect([...values]).toEqual([7, gap, 8])
    expect(values.buffer).toBe(grid.columns.get(SLEEP.id)?.buffer)
  })
  it('are not recorded outside the grid', () => {
    const around = { from: date('2026-11-19'), to: date('2026-11-26') }
    expect([...valuesIn(grid, SLEEP.id, around)]).toEqual([gap, gap, 7, gap, 8, gap, gap, gap])
    expect(countRecorded(valuesIn(grid, SLEEP.id, { from: date('2020-01-01'), to: date('2020-02-01') }))).toBe(0)
    expect(countRecorded(valuesIn(grid, SLEEP.id, { from: date('2027-01-01'), to: date('2027-02-01') }))).toBe(0)
  })
  it('are not recorded for a metric nobody has written', () => {
    expect([...valuesIn(grid, WEIGHT.id, { from: date('2026-11-20'), to: date('2026-11-21') })]).toEqual([gap, gap])
  })
})

describe('the span of a metric', () => {
  it('reaches from its first to its last recorded day', () => {
    expect(recordedSpan(grid, SLEEP.id)).toEqual({ from: '2026-11-21', to: '2026-11-23' })
    expect(recordedSpan(grid, WEIGHT.id)).toBeUndefined()
  })
})

describe('rows of the table', () => {
  const filter = { shown: 'all', metric: SLEEP.id, from: undefined, to: undefined, today: date('2026-11-23') } as const
  const dates = (over: object) => dayRows(grid, { ...filter, ...over }).map((row) => row.date)

  it('are the days with anything recorded, zero included', () => {
    expect(dates({})).toEqual(['2026-11-20', '2026-11-21', '2026-11-23'])
    expect(dates({ metric: WEIGHT.id })).toEqual(['2026-11-20', '2026-11-21', '2026-11-23'])
  })
  it('are, when asked, those on which the metric is recorded or missing; a day to come is not missing', () => {
    expect(dates({ shown: 'recorded' })).toEqual(['2026-11-21', '2026-11-23'])
    expect(dates({ shown: 'missing' })).toEqual(['2026-11-20', '2026-11-22'])
  })
  it('lie between the two dates, both included', () => {
    expect(dates({ from: date('2026-11-21'), to: date('2026-11-23') })).toEqual(['2026-11-21', '2026-11-23'])
    expect(dates({ from: date('2026-11-24') })).toEqual([])
  })
  it('know zero from not recorded', () => {
    const row = { date: date('2026-11-23'), at: 3 }
    expect(rowValue(grid, STEPS.id, row)).toBe(0)
    expect(rowValue(grid, STEPS.id, { ...row, at: 2 })).toBeUndefined()
    expect(rowValue(grid, WEIGHT.id, row)).toBeUndefined()
  })
})
