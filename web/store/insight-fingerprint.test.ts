import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprintOf } from './insight-fingerprint.ts'
import { date } from './test-database.ts'

const TODAY = date('2026-11-27')
const input = (values: readonly number[], rest: unknown = null) => ({
  today: TODAY,
  series: [{ metric: 'steps', start: date('2026-01-01'), values: Float64Array.from(values) }],
  rest,
})

it('the same days have the same fingerprint, and any other value, day, name or setting another', () => {
  const value = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 1e5 }), fc.nat(20))
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.nat(), value, (values, at, other) => {
      const before = fingerprintOf(input(values))
      expect(fingerprintOf(input([...values]))).toBe(before)
      expect(before).toMatch(/^[0-9a-f]{16}$/)
      const index = at % values.length
      const changed = values.with(index, other)
      expect(fingerprintOf(input(changed)) === before).toBe(Object.is(values[index], other))
      expect(fingerprintOf(input([...values, Number.NaN]))).not.toBe(before)
      expect(fingerprintOf(input(values, 'pause'))).not.toBe(before)
      expect(fingerprintOf({ ...input(values), today: date('2026-11-28') })).not.toBe(before)
    }),
  )
})

it('tells every single value on a grid from every other', () => {
  const seen = new Set<string>()
  for (let day = 0; day < 400; day++)
    for (let steps = 0; steps < 50; steps++) {
      const values = new Array<number>(400).fill(7000)
      values[day] = steps / 2
      seen.add(fingerprintOf(input(values)))
    }
  expect(seen.size).toBe(20_000)
})
