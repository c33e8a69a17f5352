import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceBetween } from './difference.ts'
import { summarise } from './period-summary.ts'

const gap = Number.NaN
const of = (...values: number[]) => summarise(Float64Array.from(values))

describe("a period's summary", () => {
  it('averages the recorded days only', () => {
    expect(of(6, gap, 8, gap)).toMatchObject({ days: 4, recorded: 2, mean: 7 })
  })
  it('knows zero from not recorded', () => {
    expect(of(0, gap)).toMatchObject({ recorded: 1, mean: 0, lowest: 0, highest: 0 })
    expect(of(gap, gap)).toEqual({
      days: 2,
      recorded: 0,
      mean: undefined,
      spread: undefined,
      lowest: undefined,
      highest: undefined,
    })
  })
  it('points at the lowest and the highest day, the latest of equal ones', () => {
    expect(of(3, 9, 3, 9, 5)).toMatchObject({ lowest: 2, highest: 3 })
  })
  it('gives the spread of the days around their mean', () => {
    expect(of(2, 4, gap, 6).spread).toBeCloseTo(2)
    expect(of(2).spread).toBeUndefined()
  })
  it('does not change with how many unrecorded days there are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true })), fc.nat(20), (values, gaps) => {
        const { mean, spread, recorded } = of(...values)
        expect(of(...Array<number>(gaps).fill(gap), ...values)).toMatchObject({ mean, spread, recorded })
      }),
    )
  })
})

describe('the difference of two periods', () => {
  it('is now minus then', () => {
    expect(differenceBetween(of(8, 9, 10), of(5, 6, 7))).toEqual({ kind: 'different', value: 3 })
  })
  it('is about the same under a tenth of how much the days differ', () => {
    const then = of(6, 7, 8, 9)
    expect(differenceBetween(of(6.1, 7.1, 8.1, 9.1), then).kind).toBe('same')
    expect(differenceBetween(of(6.2, 7.2, 8.2, 9.2), then).kind).toBe('different')
  })
  it('is about the same where nothing differs at all', () => {
    expect(differenceBetween(of(5, 5, 5), of(5, 5, 5))).toEqual({ kind: 'same', value: 0 })
    expect(differenceBetween(of(5, 5, 5), of(5.1, 5.1, 5.1)).kind).toBe('different')
  })
  it('is not given where a period has fewer than three recorded days', () => {
    expect(differenceBetween(of(8, 9), of(5, 6, 7)).kind).toBe('none')
    expect(differenceBetween(of(8, 9, 10), of(gap, gap, gap)).kind).toBe('none')
  })
})
