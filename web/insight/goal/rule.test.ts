import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEPS } from '../../../shared/metric/catalogue.ts'
import { holds, problemsOfRule, type Rule, ruleOf, shareOf } from './rule.ts'

const bound = fc.integer({ min: -50, max: 50 })
const rule: fc.Arbitrary<Rule> = fc.oneof(
  bound.map((low): Rule => ({ kind: 'atLeast', low })),
  bound.map((high): Rule => ({ kind: 'atMost', high })),
  fc.tuple(bound, fc.nat(30)).map(([low, width]): Rule => ({ kind: 'between', low, high: low + width })),
)

describe('what a value must be', () => {
  it('holds at its bounds, and a hair beyond them does not', () => {
    expect(holds({ kind: 'atLeast', low: 7 }, 7)).toBe(true)
    expect(holds({ kind: 'atLeast', low: 7 }, 6.99)).toBe(false)
    expect(holds({ kind: 'atMost', high: 2000 }, 2000)).toBe(true)
    expect(holds({ kind: 'atMost', high: 2000 }, 2001)).toBe(false)
    expect(holds({ kind: 'between', low: 70, high: 72 }, 72)).toBe(true)
    expect(holds({ kind: 'between', low: 70, high: 72 }, 72.1)).toBe(false)
  })

  it('is not missed by the dust of binary fractions', () => {
    const mean = [7.7, 7.7, 7.7, 7.7, 7.7, 7.7, 7.7].reduce((sum, value) => sum + value, 0) / 7
    expect(holds({ kind: 'atLeast', low: 7.7 }, mean)).toBe(true)
    expect(holds({ kind: 'atMost', high: 0.3 }, 0.1 + 0.2)).toBe(true)
  })

  it('closes a ring exactly where it holds, and less of it the further away a value is', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: -100, max: 100 }), fc.nat(40), (asked, value, further) => {
        const share = shareOf(asked, value)
        expect(share === 1).toBe(holds(asked, value))
        expect(share).toBeGreaterThanOrEqual(0)
        if (holds(asked, value)) return
        const away = asked.kind !== 'atMost' && value < asked.low ? value - further : value + further
        expect(shareOf(asked, away)).toBeLessThanOrEqual(share)
      }),
    )
    expect(shareOf({ kind: 'atLeast', low: 10_000 }, 7500)).toBe(0.75)
    expect(shareOf({ kind: 'atMost', high: 2000 }, 2500)).toBe(0.8)
    expect(shareOf({ kind: 'atMost', high: 2000 }, undefined)).toBe(0)
  })

  it('is read back as it was, and is none where a bound is missing or the wrong way round', () => {
    fc.assert(
      fc.property(rule, (asked) => {
        expect(ruleOf({ ...asked })).toEqual(asked)
      }),
    )
    expect(ruleOf({ kind: 'between', low: 3, high: 2 })).toBeUndefined()
    expect(ruleOf({ kind: 'atLeast', high: 2 })).toBeUndefined()
    expect(ruleOf({ kind: 'atMost', high: '2' })).toBeUndefined()
    expect(ruleOf({ kind: 'exactly', low: 2, high: 2 })).toBeUndefined()
  })

  it('is refused where no day could have it, where every day has it, and where its ends are crossed', () => {
    expect(problemsOfRule(STEPS, 'atLeast', 8000, undefined)).toEqual({})
    expect(Object.keys(problemsOfRule(STEPS, 'atLeast', undefined, undefined))).toEqual(['low'])
    expect(Object.keys(problemsOfRule(STEPS, 'atLeast', 1e12, undefined))).toEqual(['low'])
    expect(Object.keys(problemsOfRule(STEPS, 'atLeast', 0, undefined))).toEqual(['low'])
    expect(Object.keys(problemsOfRule(STEPS, 'atMost', undefined, 100_000))).toEqual(['high'])
    expect(Object.keys(problemsOfRule(STEPS, 'between', 5000, 4000))).toEqual(['high'])
    expect(Object.keys(problemsOfRule(STEPS, 'between', undefined, Number.NaN))).toEqual(['low', 'high'])
  })
})
