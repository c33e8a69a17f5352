import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link } from '../promotion/test-finding.ts'
import type { DaysAhead } from '../report/days-ahead.ts'
import type { MetricWeek } from '../report/metric-week.ts'
import type { Suggestion } from '../report/suggestion.ts'
import { daysAheadSentence, metricWeekSentence, streakSentence, suggestionSentence } from './report-sentences.ts'
import { count, day, finding, held, IN_KG, metric, span, terms, value } from './sentence-contract.ts'

describe('the sentences of a report', () => {
  it("give a metric's recorded days, mean, lowest and highest day", () => {
    const dayValue = fc.record({ date: day, value })
    const facts = fc.record({ mean: value, lowest: dayValue, highest: dayValue })
    const before = { looked: 'comparison', metricY: 'sleep', reason: 'too-few-days', n: 1 } as const
    const week: fc.Arbitrary<MetricWeek> = fc
      .record({ metric, recorded: fc.integer({ min: 1, max: 7 }), facts, isRecorded: fc.boolean() })
      .map(({ isRecorded, ...of }) => (isRecorded ? { ...of, before } : { metric: of.metric, recorded: 0, before }))
    fc.assert(
      fc.property(week, terms, (of, names) => {
        const extremes = ['facts.lowest.value', 'facts.lowest.date', 'facts.highest.value', 'facts.highest.date']
        const keys = of.recorded === 0 ? [] : ['recorded', 'facts.mean', ...(of.recorded > 1 ? extremes : [])]
        held(metricWeekSentence(of, names), of, keys)
      }),
    )
  })

  it('give the days ahead with their range', () => {
    const ahead: fc.Arbitrary<DaysAhead> = fc
      .record({ metric, span, mean: value, lo80: value, hi80: value, n: count })
      .map(({ span: days, ...of }) => ({ ...of, ...days }))
    fc.assert(
      fc.property(ahead, terms, (of, names) => {
        held(daysAheadSentence(of, names), of, ['mean', 'lo80', 'hi80', 'n', 'to'])
      }),
    )
  })

  it('give one thing to try, whatever was found', () => {
    fc.assert(
      fc.property(finding, terms, metric, (found, names, least) => {
        const suggestions: readonly Suggestion[] = [
          ...(found.kind === 'association' ? [{ kind: 'experiment', finding: found } as const] : []),
          { kind: 'record', metric: least, recorded: 3 },
          { kind: 'keep-going' },
        ]
        for (const of of suggestions) held(suggestionSentence(of, names), of, of.kind === 'record' ? ['recorded'] : [])
      }),
    )
    const found = link('sleep', 'mood')
    if (found.kind !== 'association') throw new Error('no link')
    expect(held(suggestionSentence({ kind: 'experiment', finding: found }, IN_KG), found, [])).toBe(
      'Find out for yourself: an experiment with sleep would tell what a change of it does to mood.',
    )
  })

  it('give the streak', () => {
    expect(held(streakSentence({ current: 9, longest: 30 }), { current: 9, longest: 30 }, ['current', 'longest'])).toBe(
      'Logged 9 days in a row. The longest was 30 days.',
    )
    expect(held(streakSentence({ current: 0, longest: 0 }), {}, [])).toBe('Nothing has been logged yet.')
  })
})
