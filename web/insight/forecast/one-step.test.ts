import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { oneStepResiduals } from './one-step.ts'

const start = parseCivilDate('2024-01-01')
if (start === undefined) throw new Error('no such day')
const seriesOf = (values: ArrayLike<number>) => ({ metric: 'steps', start, values: Float64Array.from(values) })
const noise = (seed: number, n: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => normalOf(random))
}
const spread = (values: Float64Array) => {
  const kept = values.filter((value) => !Number.isNaN(value))
  return Math.sqrt(kept.reduce((sum, value) => sum + value * value, 0) / kept.length)
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -100, max: 20_000, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e9, -1e9, 5) },
)

describe('what a day was expected to be', () => {
  it('does not depend on that day or on any later one', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 120 }), fc.nat(119), (values, cut) => {
        const whole = oneStepResiduals(seriesOf(values)).expected
        const known = Math.min(cut, values.length)
        const before = oneStepResiduals(seriesOf([...values.slice(0, known), ...new Array(40).fill(7e5)])).expected
        for (let day = 0; day <= known && day < values.length; day++)
          if (values.slice(0, day).filter((v) => !Number.isNaN(v)).length >= 14) expect(before[day]).toBe(whole[day])
      }),
    )
  })

  it('is a number on every day from the fifteenth value on, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 120 }), (values) => {
        let n = 0
        const { expected, residual } = oneStepResiduals(seriesOf(values))
        for (const [day, v] of values.entries()) {
          const total = values.filter((x) => !Number.isNaN(x)).length
          expect(Number.isFinite(expected[day])).toBe(n >= 14 && total >= 14)
          expect(Number.isFinite(residual[day])).toBe(n >= 14 && !Number.isNaN(v))
          if (!Number.isNaN(v)) n++
        }
      }),
    )
  })

  it('is off by little more than what no one could know', () => {
    const independent = noise(1, 1000)
    expect(spread(oneStepResiduals(seriesOf(independent)).residual)).toBeLessThan(1.04)
    let level = 0
    const carried = noise(2, 1000).map((move) => {
      level = 0.8 * level + move
      return level
    })
    expect(spread(oneStepResiduals(seriesOf(carried)).residual)).toBeLessThan(1.05)
    let walk = 0
    const shown = noise(4, 1000)
    // A walk of .5 under noise of 1 has one-step errors of sqrt(1.64): the root of P^2 - .25 P - .25, plus 1.
    const walked = noise(3, 1000).map((move, day) => {
      walk += move / 2
      return walk + (shown[day] ?? 0)
    })
    expect(spread(oneStepResiduals(seriesOf(walked)).residual)).toBeLessThan(1.05 * Math.sqrt(1.64))
  })

  it('counts the weekday', () => {
    const weekly = noise(5, 700).map((value, day) => value + (day % 7 === 6 ? 6 : -1))
    expect(spread(oneStepResiduals(seriesOf(weekly)).residual.subarray(70))).toBeLessThan(1.1)
  })

  it('is hardly moved by one day far away', () => {
    const values = noise(6, 200)
    const calm = oneStepResiduals(seriesOf(values)).expected
    const struck = oneStepResiduals(seriesOf(values.map((v, day) => (day === 150 ? 1e9 : v)))).expected
    for (let day = 151; day < 200; day++)
      expect(Math.abs((struck[day] ?? Number.NaN) - (calm[day] ?? Number.NaN))).toBeLessThan(1.5)
  })

  it('of a constant is that constant', () => {
    const { residual } = oneStepResiduals(seriesOf(new Array(60).fill(5)))
    expect(residual.subarray(14)).toEqual(new Float64Array(46))
  })
})
