import { describe, expect, it } from 'vitest'
import { usualRange } from './usual-range.ts'

describe('the usual range', () => {
  it('holds the middle half of the recorded days', () => {
    const days = Float64Array.from({ length: 14 }, (_, day) => (day === 5 ? Number.NaN : 130 - day * 10))
    expect(usualRange(days)).toEqual({ low: 30, high: 100 })
  })
  it('is not given for fewer than twelve recorded days', () => {
    expect(usualRange(new Float64Array(11).fill(1))).toBeUndefined()
    expect(usualRange(new Float64Array(12).fill(1))).toEqual({ low: 1, high: 1 })
  })
})
