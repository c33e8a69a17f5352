import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { GoalProjection } from '../forecast/goal-projection.ts'
import { goalChanceSentence, goalSentence } from './goal-sentence.ts'
import { textOf } from './sentence.ts'
import { count, day, held, IN_KG, metric, size, span, terms, value } from './sentence-contract.ts'

const date = (text: string) => text as CivilDate

describe('a goal', () => {
  const goal: fc.Arbitrary<GoalProjection> = fc
    .record({
      metric,
      target: value,
      reach: fc.constantFrom('at-least', 'at-most'),
      onCourse: fc.boolean(),
      dates: span,
      isOpen: fc.boolean(),
      plan: fc.option(size, { nil: undefined }),
      n: count,
      lastObserved: day,
    })
    .map(({ dates: { from, to }, isOpen, plan, ...of }) => ({
      ...of,
      kind: 'goal-projection',
      probability: [0.1, of.onCourse ? 0.7 : 0.234],
      ...(of.onCourse ? { early: from, likely: addDays(from, 1), ...(isOpen ? {} : { late: to }) } : {}),
      ...(plan === undefined ? {} : { plannedPerWeek: plan }),
      version: 1,
    }))

  it('is said with its dates and their range, or how likely it is within a year, and from how many days', () => {
    fc.assert(
      fc.property(goal, terms, (of, names) => {
        const keys = of.onCourse ? ['likely', ...(of.late === undefined ? ['early'] : ['late'])] : ['probability.1']
        const plan = of.plannedPerWeek === undefined ? [] : ['plannedPerWeek']
        const text = held(goalSentence(of, names), of, ['target', 'n', 'lastObserved', ...keys, ...plan])
        expect(text.includes('not on course')).toBe(!of.onCourse)
        expect(text.startsWith('With your plan')).toBe(of.plannedPerWeek !== undefined)
      }),
    )
  })

  it('reads like a plain sentence', () => {
    const weight: GoalProjection = {
      kind: 'goal-projection',
      metric: 'weight',
      target: 72,
      reach: 'at-most',
      probability: [0, 0.8],
      onCourse: true,
      early: date('2027-02-01'),
      likely: date('2027-03-05'),
      late: date('2027-05-20'),
      n: 120,
      lastObserved: date('2026-11-26'),
      version: 1,
    }
    expect(held(goalSentence(weight, IN_KG), weight, [])).toBe(
      'At the present pace, weight comes to 72.0 kg or less most likely around 5 Mar 2027 (80 % range 1 Feb to 20 May 2027; from 120 days up to 26 Nov 2026).',
    )
    const off: GoalProjection = { ...weight, onCourse: false, probability: [0, 0.23], plannedPerWeek: -0.25 }
    expect(held(goalSentence(off, IN_KG), off, [])).toBe(
      'With your plan of 0.25 kg less a week, it is not on course: weight comes to 72.0 kg or less within a year in about 23 of 100 courses (from 120 days up to 26 Nov 2026).',
    )
    const by = (until: string) => goalChanceSentence(weight, date('2026-11-27'), date(until))
    expect(by('2026-11-28')?.parts[1]).toEqual({ key: 'probability.1', value: 0.8, text: '80' })
    expect(textOf(by('2026-11-28') ?? { parts: [] })).toBe('By 28 Nov 2026 it is reached in about 80 of 100 courses.')
    expect([by('2026-11-26'), by('2026-11-29')]).toEqual([undefined, undefined])
  })
})
