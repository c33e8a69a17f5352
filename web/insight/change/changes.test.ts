import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import { oneStepResiduals } from '../forecast/one-step.ts'
import { gridBefore } from '../series/day-grid.ts'
import { type Changes, changesOf } from './changes.ts'

const START = fromEpochDay(19_723)

function changesIn(values: readonly number[]): Changes | undefined {
  const series = { metric: 'steps', start: START, values: Float64Array.from(values) }
  const grid = gridBefore(series, addDays(START, values.length))
  if (grid === undefined) return undefined
  return changesOf(grid, oneStepResiduals({ metric: 'steps', start: fromEpochDay(grid.first), values: grid.values }))
}

const gap = new Array<number>(3650).fill(Number.NaN)
const ODD: readonly [name: string, values: readonly number[]][] = [
  ['a constant', new Array(400).fill(5)],
  ['one point', [7]],
  ['one day apart from ten years', [7, ...gap, 8]],
  ['a year apart from ten years', [...new Array(365).fill(0).map((_, day) => day % 5), ...gap, 3]],
  ['an outlier of a thousand million', new Array(200).fill(0).map((_, day) => (day === 150 ? 1e9 : day % 7))],
  ['mostly zero', new Array(200).fill(0).map((_, day) => (day % 9 === 0 ? 30 + (day % 4) : 0))],
  ['two values in turn', new Array(200).fill(0).map((_, day) => day % 2)],
  ['the largest numbers', new Array(200).fill(0).map((_, day) => (day % 3) * 1e300)],
]

describe('what moved or stood out', () => {
  it.each(ODD)('in %s: finite figures or a reason', (_, values) => {
    const found = changesIn(values)
    expect(found).toBeDefined()
    expectFinite(found)
    const said = [found?.changes, found?.anomalies, found?.alerts].some((list) => (list?.length ?? 0) > 0)
    expect(said || (found?.refusals.length ?? 0) > 0).toBe(true)
  })

  it('in any days: finite figures, in order, on days there are', () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -100, max: 20_000, noNaN: true }) },
      { weight: 3, arbitrary: fc.constantFrom(0, 1, 80) },
      { weight: 2, arbitrary: fc.constant(Number.NaN) },
      { weight: 1, arbitrary: fc.constantFrom(1e9, -1e9, Number.POSITIVE_INFINITY) },
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (values) => {
        const found = changesIn(values)
        expectFinite(found)
        for (const list of [found?.changes, found?.anomalies, found?.alerts]) {
          const dates = (list ?? []).map(({ date }) => date)
          expect(dates).toEqual([...dates].sort())
          for (const date of dates) expect(date >= START && date < addDays(START, values.length)).toBe(true)
        }
      }),
    )
  })
})

/** No figure is NaN or infinite: they are shown, and kept. */
function expectFinite(found: unknown): void {
  if (typeof found === 'number') expect(Number.isFinite(found)).toBe(true)
  if (typeof found === 'object' && found !== null) for (const each of Object.values(found)) expectFinite(each)
}
