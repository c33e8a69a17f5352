import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExperimentRefusal, ExperimentResult } from '../experiment/result.ts'
import { experimentRefusalSentence, experimentSentence, experimentStateSentence } from './experiment-sentences.ts'
import { count, effect, held, metric, span, terms, value } from './sentence-contract.ts'
import { shuffleSentence } from './shuffle-sentence.ts'

describe('an experiment', () => {
  const PLAN = { change: 'No screen after nine', usual: 'As always' }

  it('is told with difference, range, days and blocks, in the words of its plan', () => {
    const result: fc.Arbitrary<ExperimentResult> = fc
      .record({
        effect,
        span,
        n: count,
        pairs: count,
        smallestEffect: value,
        verdict: fc.constantFrom('higher', 'lower', 'about-the-same', 'unclear'),
        outcome: metric,
      })
      .map(({ effect: { effect: difference, ci95 }, span: days, ...rest }) => ({
        ...rest,
        ...days,
        kind: 'experiment-result',
        difference,
        ci95,
        coverage: 0.96875,
        p: 0.0313,
        change: 7,
        usual: 6,
        planned: 12,
        kept: 3,
        marked: 4,
        caveats: [],
      }))
    fc.assert(
      fc.property(result, terms, (of, names) => {
        const text = held(experimentSentence(of, PLAN, names), of, [
          'difference',
          'ci95.0',
          'ci95.1',
          'n',
          'pairs',
          'to',
        ])
        expect(text).toContain('“No screen after nine”')
        expect(text).not.toContain('0.0313')
      }),
    )
  })

  it('without a result says why, and under way what today asks', () => {
    const refused: fc.Arbitrary<ExperimentRefusal> = fc.record({
      kind: fc.constant('experiment-refusal'),
      outcome: metric,
      reason: fc.constantFrom('plan-changed', 'not-over', 'too-few-pairs', 'no-variation'),
      pairs: count,
      needed: count,
    })
    fc.assert(
      fc.property(refused, (of) => {
        held(experimentRefusalSentence(of), of, of.reason === 'too-few-pairs' ? ['pairs', 'needed'] : [])
      }),
    )
    const today = { phase: 'wash-out', arm: 'change', block: 3, blocks: 12, daysLeftInBlock: 5, daysLeft: 50 } as const
    expect(held(experimentStateSentence(today, PLAN), today, ['block', 'blocks', 'daysLeft'])).toBe(
      'Today: “No screen after nine” (block 3 of 12, 50 days left). Today is for settling in and is not measured.',
    )
  })
})

describe('the shuffle test', () => {
  it('says how many patterns chance makes beside how many there are', () => {
    const result = { found: 3, runs: 100, byChance: [], runsWithAny: 4, mean: 0.05 }
    expect(held(shuffleSentence(result), result, ['runs', 'runsWithAny', 'mean', 'found'])).toBe(
      'Your weeks were shuffled 100 times, each metric on its own. In 4 of them chance alone made at least one pattern, 0.05 on average. In your days as they were there are 3, weekdays left aside.',
    )
  })
})
