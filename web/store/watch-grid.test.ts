import { describe, expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { SLEEP, STEPS } from '../../shared/metric/catalogue.ts'
import { emptyGrid, withSeries } from './watch-grid.ts'

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}

const gap = Number.NaN
const grid = emptyGrid([SLEEP, STEPS], { from: date('2025-12-30'), to: date('2026-01-02') })
const january = { metric: SLEEP.id, start: date('2026-01-01'), values: Float64Array.of(7, gap) }

describe('the grid of all days', () => {
  it('begins with nothing recorded', () => {
    expect(grid.days).toBe(4)
    expect([...(grid.columns.get(STEPS.id) ?? [])]).toEqual([gap, gap, gap, gap])
  })
  it('takes each year into its place', () => {
    expect([...(withSeries(grid, [january]).columns.get(SLEEP.id) ?? [])]).toEqual([gap, gap, 7, gap])
  })
  it('keeps the arrays of metrics that did not change, so that nothing of theirs is computed again', () => {
    const next = withSeries(grid, [
      january,
      { metric: STEPS.id, start: date('2025-12-30'), values: Float64Array.of(gap) },
    ])
    expect(next.columns.get(STEPS.id)).toBe(grid.columns.get(STEPS.id))
    expect(next.columns.get(SLEEP.id)).not.toBe(grid.columns.get(SLEEP.id))
    expect([...(grid.columns.get(SLEEP.id) ?? [])]).toEqual([gap, gap, gap, gap])
  })
  it('is the same grid where nothing changed', () => {
    const next = withSeries(grid, [january])
    expect(withSeries(next, [january])).toBe(next)
  })
  it('passes over a metric it does not hold', () => {
    expect(
      withSeries(emptyGrid([STEPS], { from: date('2026-01-01'), to: date('2026-01-02') }), [january]).columns.size,
    ).toBe(1)
  })
})
