import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CALORIES, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { holds } from './rule.ts'
import { suggestGoal } from './suggestion.ts'

it('suggests what about half of the days reach, rounded, and says of how many days it was true', () => {
  const steps = Array.from({ length: 28 }, (_, day) => 5000 + day * 211)
  expect(suggestGoal(STEPS, steps)).toEqual({ rule: { kind: 'atLeast', low: 7750 }, held: 14, recorded: 28 })
  expect(
    suggestGoal(
      SLEEP,
      Array.from({ length: 28 }, (_, day) => 6 + (day % 5) / 2),
    )?.rule,
  ).toEqual({ kind: 'atLeast', low: 7 })
})

it('suggests the middle half of the days where no side is better, and nothing for weight', () => {
  const calories = Array.from({ length: 29 }, (_, day) => 1800 + day * 25)
  expect(suggestGoal(CALORIES, calories)?.rule).toEqual({ kind: 'between', low: 2000, high: 2300 })
  expect(
    suggestGoal(
      WEIGHT,
      Array.from({ length: 28 }, (_, day) => 70 + day),
    ),
  ).toBeUndefined()
})

it('says nothing of fewer than 14 days, and of days that are all alike', () => {
  expect(
    suggestGoal(STEPS, [...Array<undefined>(15).fill(undefined), ...Array.from({ length: 13 }, (_, day) => day * 999)]),
  ).toBeUndefined()
  expect(suggestGoal(STEPS, Array<number>(28).fill(8000))).toBeUndefined()
})

it('held on as many of the days as it says, and on some but not on all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 14, maxLength: 28 }), (values) => {
      const suggested = suggestGoal(STEPS, values)
      if (suggested === undefined) return
      expect(suggested.held).toBe(values.filter((value) => holds(suggested.rule, value)).length)
      expect(suggested.held).toBeGreaterThan(0)
      expect(suggested.held).toBeLessThan(values.length)
    }),
  )
})
