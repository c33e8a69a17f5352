import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, datesBetween, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { daysOfPlan, type ExperimentPlan, lastDayOf, problemsOfPlan } from './plan.ts'
import { PLAN } from './plan-for-tests.ts'
import { blocksOf, stateOn } from './schedule.ts'

const anyPlan: fc.Arbitrary<ExperimentPlan> = fc
  .record({
    blockDays: fc.integer({ min: 2, max: 15 }),
    washOut: fc.nat(),
    pairs: fc.integer({ min: 6, max: 12 }),
    seed: fc.nat(),
  })
  .map(({ blockDays, washOut, pairs, seed }) => ({
    ...PLAN,
    blockDays,
    washOutDays: washOut % blockDays,
    pairs,
    seed,
  }))

describe('the blocks of an experiment', () => {
  it('lie end to end, with one of each kind in every pair, and the same for the same seed', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const blocks = blocksOf(plan)
        expect(blocks).toEqual(blocksOf(plan))
        expect(blocks).toHaveLength(2 * plan.pairs)
        blocks.forEach((block, index) => {
          expect(block.from).toBe(addDays(plan.start, index * plan.blockDays))
          expect(daysBetween(block.from, block.to)).toBe(plan.blockDays - 1)
          expect(block.measuredFrom <= block.to).toBe(true)
          const other = blocks.find(({ pair, arm }) => pair === block.pair && arm !== block.arm)
          expect(other).toBeDefined()
        })
        expect(blocks.at(-1)?.to).toBe(lastDayOf(plan))
      }),
    )
  })

  it('begin with the change in about half of the pairs', () => {
    let first = 0
    for (let seed = 0; seed < 500; seed++) {
      for (const { arm } of blocksOf({ ...PLAN, seed }).filter((_, index) => index % 2 === 0)) {
        if (arm === 'change') first++
      }
    }
    expect(first / 3000).toBeGreaterThan(0.46)
    expect(first / 3000).toBeLessThan(0.54)
  })
})

describe('the state of an experiment', () => {
  it('is before, then a day of a block, then over', () => {
    expect(stateOn(PLAN, addDays(PLAN.start, -3))).toEqual({ phase: 'before', daysUntil: 3 })
    const [block] = blocksOf(PLAN)
    expect(stateOn(PLAN, PLAN.start)).toEqual({
      phase: 'wash-out',
      arm: block?.arm,
      block: 1,
      blocks: 12,
      daysLeftInBlock: 5,
      daysLeft: 60,
    })
    expect(stateOn(PLAN, addDays(PLAN.start, 1))).toMatchObject({ phase: 'measured', daysLeftInBlock: 4 })
    expect(stateOn(PLAN, lastDayOf(PLAN))).toMatchObject({ block: 12, daysLeftInBlock: 1, daysLeft: 1 })
    expect(stateOn(PLAN, addDays(lastDayOf(PLAN), 1))).toEqual({ phase: 'over' })
  })

  it('has a day for every day of the plan, as many measured ones in both kinds', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const states = datesBetween(plan.start, lastDayOf(plan)).map((day) => stateOn(plan, day))
        expect(states).toHaveLength(daysOfPlan(plan))
        const measured = (arm: string) =>
          states.filter((state) => state.phase === 'measured' && state.arm === arm).length
        expect(measured('change')).toBe(measured('usual'))
        expect(measured('change')).toBe(plan.pairs * (plan.blockDays - plan.washOutDays))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a plan', () => {
  it('is refused for what would make its result worthless', () => {
    expect(problemsOfPlan(PLAN)).toEqual({})
    const wrong: [keyof ExperimentPlan, Partial<ExperimentPlan>][] = [
      ['pairs', { pairs: 5 }],
      ['pairs', { pairs: 13 }],
      ['washOutDays', { washOutDays: 5 }],
      ['blockDays', { blockDays: 1, washOutDays: 0 }],
      ['blockDays', { blockDays: 28, pairs: 12 }],
      ['smallestEffect', { smallestEffect: 0 }],
      ['smallestEffect', { smallestEffect: Number.NaN }],
      ['outcome', { outcome: '' }],
      ['change', { change: '  ' }],
      ['usual', { usual: 'x'.repeat(81) }],
      ['seed', { seed: -1 }],
    ]
    for (const [field, change] of wrong) expect(Object.keys(problemsOfPlan({ ...PLAN, ...change }))).toEqual([field])
  })
})
