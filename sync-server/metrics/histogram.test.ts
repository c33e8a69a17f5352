import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHistogram } from './histogram.ts'

const BOUNDS = [0.1, 0.5, 2.5]

function bucketsOf(values: readonly number[]) {
  const histogram = createHistogram('seconds', 'Seconds.', BOUNDS)
  for (const value of values) histogram.observe({}, value)
  return [...histogram.samples()]
}

describe('a histogram', () => {
  it('counts in each bucket every value up to its bound, and all of them in the last', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1 }), (values) => {
        const samples = bucketsOf(values)
        for (const [index, bound] of [...BOUNDS, Number.POSITIVE_INFINITY].entries()) {
          expect(samples[index]).toEqual({
            ending: '_bucket',
            labels: { le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) },
            value: values.filter((value) => value <= bound).length,
          })
        }
        expect(samples.at(-1)).toEqual({ ending: '_count', labels: {}, value: values.length })
        expect(samples.at(-2)?.value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0))
      }),
    )
  })

  it('puts a value on a bound within it', () => {
    expect(bucketsOf([0.5]).map(({ value }) => value)).toEqual([0, 1, 1, 1, 0.5, 1])
  })

  it('keeps the series of different labels apart', () => {
    const histogram = createHistogram('seconds', 'Seconds.', [1])
    histogram.observe({ route: '/a' }, 0.5)
    histogram.observe({ route: '/b' }, 2)
    const counts = [...histogram.samples()].filter(({ ending }) => ending === '_count')
    expect(counts).toEqual([
      { ending: '_count', labels: { route: '/a' }, value: 1 },
      { ending: '_count', labels: { route: '/b' }, value: 1 },
    ])
  })
})
