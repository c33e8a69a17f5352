import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { RunningWeekdayEffects } from './running-weekday-effects.ts'
import { weekdayEffects } from './weekday-effects.ts'

const noise = (seed: number, n: number) => {
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, () => normalOf(random))
}

it('weekdays sum to zero, and add nothing with under three weeks of values', () => {
  const value = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(Number.NaN))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 90 }), (values) => {
      const effects = weekdayEffects(Float64Array.from(values))
      expect(Math.abs(effects.reduce((sum, effect) => sum + effect, 0))).toBeLessThan(1e-9)
      if (values.filter((v) => !Number.isNaN(v)).length < 21) expect([...effects]).toEqual(new Array(7).fill(0))
    }),
  )
})

it('a week that is there is found, over any drift', () => {
  const week = [0, 0, 0, 0, 2, -1, -1]
  const effects = weekdayEffects(noise(1, 400).map((v, day) => v + day / 20 + (week[day % 7] ?? 0)))
  for (const [weekday, wanted] of week.entries()) expect(Math.abs((effects[weekday] ?? 9) - wanted)).toBeLessThan(0.4)
})

it('weekdays of noise add next to nothing', () => {
  for (let seed = 1; seed <= 20; seed++)
    expect(Math.max(...weekdayEffects(noise(seed, 365)).map(Math.abs))).toBeLessThan(0.35)
})

it('the same is learnt day by day', () => {
  const running = new RunningWeekdayEffects()
  for (const [day, v] of noise(2, 400).entries()) {
    running.fade()
    running.learn(day % 7, v + (day % 7 === 3 ? 3 : -0.5))
  }
  expect(running.effect[3]).toBeGreaterThan(2.5)
  expect(Math.abs(running.effect.reduce((sum, effect) => sum + effect, 0))).toBeLessThan(1e-9)
})
