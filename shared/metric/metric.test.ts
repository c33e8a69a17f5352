import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS, WEIGHT } from './catalogue.ts'
import { type Aggregate, aggregateReadings, isAdditive, isWithinBounds } from './metric.ts'

const reading = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 100)
const readings = fc.array(reading, { minLength: 1, maxLength: 50 })
const ALL: readonly Aggregate[] = ['sum', 'mean', 'last', 'max']

describe("a day's value from its readings", () => {
  it('of one reading is that reading, and of none is none', () => {
    for (const aggregate of ALL) {
      expect(aggregateReadings(aggregate, [])).toBeUndefined()
      fc.assert(fc.property(reading, (value) => aggregateReadings(aggregate, [value]) === value))
    }
  })

  it('sums without the dust of binary fractions', () => {
    expect(aggregateReadings('sum', [0.1, 0.2])).toBe(0.3)
    fc.assert(
      fc.property(readings, (values) => {
        const hundredths = values.reduce((total, value) => total + Math.round(value * 100), 0)
        expect(aggregateReadings('sum', values)).toBe(hundredths / 100)
      }),
    )
  })

  it('averages to that reading when all are equal, and between the ends always', () => {
    expect(aggregateReadings('mean', [74.6, 74.6, 74.6])).toBe(74.6)
    fc.assert(
      fc.property(reading, fc.integer({ min: 1, max: 50 }), (value, count) => {
        expect(aggregateReadings('mean', Array<number>(count).fill(value))).toBe(value)
      }),
    )
    fc.assert(
      fc.property(readings, (values) => {
        const mean = aggregateReadings('mean', values)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values))
        expect(mean).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })

  it('takes the last and the largest as they are', () => {
    fc.assert(
      fc.property(readings, (values) => {
        expect(aggregateReadings('last', values)).toBe(values.at(-1))
        expect(aggregateReadings('max', values)).toBe(Math.max(...values))
      }),
    )
  })

  it('of 100 000 readings is found without running out of stack', () => {
    const many = Array<number>(100_000).fill(1)
    for (const aggregate of ALL) expect(aggregateReadings(aggregate, many)).toBe(aggregate === 'sum' ? 100_000 : 1)
  })
})

describe('the catalogue', () => {
  it('has the six metrics with their bounds', () => {
    expect(BUILT_IN_METRICS.map(({ id, unit, min, max }) => [id, unit, min, max])).toEqual([
      ['weight', 'kg', 20, 300],
      ['steps', '', 0, 100_000],
      ['sleep', 'h', 0, 24],
      ['calories', 'kcal', 0, 10_000],
      ['protein', 'g', 0, 500],
      ['mood', '', 1, 5],
    ])
    expect(BUILT_IN_METRICS.filter(isAdditive).map(({ id }) => id)).toEqual(['steps', 'sleep', 'calories', 'protein'])
  })

  it('bounds include both ends and no more', () => {
    for (const metric of BUILT_IN_METRICS) {
      expect(isWithinBounds(metric, metric.min)).toBe(true)
      expect(isWithinBounds(metric, metric.max)).toBe(true)
      expect(isWithinBounds(metric, metric.min - 0.01)).toBe(false)
      expect(isWithinBounds(metric, metric.max + 0.01)).toBe(false)
    }
    expect(isWithinBounds(WEIGHT, Number.NaN)).toBe(false)
    expect(isWithinBounds({ min: 0, max: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY)).toBe(false)
  })
})
