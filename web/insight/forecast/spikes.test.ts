import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAD_TO_SD, median, medianAbsoluteDeviation } from '../numerics/order-statistics.ts'
import { drawInSpikes } from './spikes.ts'

/** The rule as it is said, a window at a time. */
function slowly(values: readonly number[]): number[] {
  const days = values.flatMap((value, day) => (Number.isNaN(value) ? [] : [day]))
  const drawn = [...values]
  for (const [index, day] of days.entries()) {
    const from = Math.max(0, Math.min(index - 10, days.length - 21))
    const near = days.slice(from, from + 21).map((near) => values[near] ?? Number.NaN)
    const usual = median(near)
    const reach = 4 * MAD_TO_SD * medianAbsoluteDeviation(near)
    if (reach > 0) drawn[day] = Math.max(usual - reach, Math.min(usual + reach, values[day] ?? Number.NaN))
  }
  return drawn
}

it('values far from the 21 around them are drawn in, others and gaps stay', () => {
  const value = fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constantFrom(1e6, Number.NaN, 5))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 80 }), (values) => {
      const drawn = drawInSpikes(Float64Array.from(values))
      for (const [day, wanted] of slowly(values).entries())
        if (Number.isNaN(wanted)) expect(drawn[day]).toBeNaN()
        else expect(drawn[day]).toBeCloseTo(wanted, 6)
    }),
  )
})
