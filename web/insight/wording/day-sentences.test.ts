import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Anomaly, Comparison, LevelChange, NotEnoughData, ShiftAlert } from '../analysis.ts'
import type { Forecast } from '../forecast.ts'
import { alertSentence, anomalySentence, changeSentence } from './change-sentences.ts'
import { comparisonSentence } from './comparison-sentence.ts'
import { forecastSentence, notEnoughDataSentence } from './forecast-sentence.ts'
import { count, day, effect, held, level, metric, size, terms, value } from './sentence-contract.ts'

describe('what changed', () => {
  it('a level change gives both levels, their days, and about when', () => {
    const change: fc.Arbitrary<LevelChange> = fc.record({
      metric,
      date: day,
      withinDays: fc.constant(7),
      shape: fc.constantFrom('step', 'gradual'),
      before: level,
      after: level,
      difference: size,
      deviations: fc.constant(1.2),
    })
    fc.assert(
      fc.property(change, terms, (of, names) => {
        held(changeSentence(of, names), of, ['before.mean', 'after.mean', 'difference', 'before.n', 'after.n', 'date'])
      }),
    )
  })

  it('an unusual day gives what it was, what was expected and how far off is unusual', () => {
    const anomaly: fc.Arbitrary<Anomaly> = fc.record({ metric, date: day, value, expected: value, limit: value })
    fc.assert(
      fc.property(anomaly, terms, (of, names) => {
        held(anomalySentence(of, names), of, ['value', 'expected', 'limit', 'date'])
      }),
    )
  })

  it('an alert gives since when, by how much, and from how many days', () => {
    const alert: fc.Arbitrary<ShiftAlert> = fc.record({
      metric,
      date: day,
      since: day,
      direction: fc.constantFrom('up', 'down'),
      size,
      n: count,
    })
    fc.assert(
      fc.property(alert, terms, (of, names) => {
        held(alertSentence(of, names), of, ['since', 'date', 'size', 'n'])
      }),
    )
  })
})

describe('a comparison', () => {
  it('gives both means, their days and the range, and says when they are about the same', () => {
    const comparison: fc.Arbitrary<Comparison> = fc
      .record({ metric, against: fc.constantFrom('period-before', 'year-ago'), period: level, earlier: level, effect })
      .map(({ effect: { effect: difference, ci95 }, ...rest }) => ({
        ...rest,
        difference,
        ci95,
        verdict: ci95[0] > 0 ? 'higher' : ci95[1] < 0 ? 'lower' : 'about-the-same',
      }))
    fc.assert(
      fc.property(comparison, terms, (of, names) => {
        const text = held(comparisonSentence(of, names), of, [
          'period.mean',
          'earlier.mean',
          'period.n',
          'earlier.n',
          'period.to',
          'earlier.to',
          'ci95.0',
          'ci95.1',
        ])
        expect(text.includes('about the same')).toBe(of.verdict === 'about-the-same')
      }),
    )
  })
})

describe('a forecast', () => {
  it('gives first and last day with their 80 % range, and from how many days', () => {
    const forecast: fc.Arbitrary<Forecast> = fc
      .record({ metric, n: count, lastObserved: day, days: fc.integer({ min: 1, max: 30 }), of: value, reach: value })
      .map(({ days, of, reach, ...rest }) => {
        const list = (each: number) => Array.from({ length: days }, (_, index) => each + index)
        return {
          ...rest,
          kind: 'forecast',
          date: list(0).map((index) => addDays(rest.lastObserved, index + 1)),
          mean: list(of),
          lo80: list(of - reach),
          hi80: list(of + reach),
          lo95: list(of - 2 * reach),
          hi95: list(of + 2 * reach),
          method: 'test',
          version: 1,
          backtest: { mae: 1, naiveMae: 1, cov80: 0.8, cov95: 0.95, origins: 9 },
        }
      })
    fc.assert(
      fc.property(forecast, terms, (of, names) => {
        const last = of.date.length - 1
        const keys = ['n', 'lastObserved', 'mean.0', 'lo80.0', 'hi80.0', 'date.0', `mean.${last}`, `date.${last}`]
        held(forecastSentence(of, names), of, keys)
      }),
    )
  })

  it('that cannot be made says what is missing', () => {
    const refused: fc.Arbitrary<NotEnoughData> = fc.record({
      kind: fc.constant('not-enough-data'),
      metric,
      reason: fc.constantFrom('too-few-days', 'stale', 'no-days'),
      n: count,
      needed: count,
      lastObserved: day,
    })
    fc.assert(
      fc.property(refused, terms, (of, names) => {
        const keys = { 'too-few-days': ['needed', 'n'], stale: ['lastObserved'], 'no-days': [] }
        held(notEnoughDataSentence(of, names), of, keys[of.reason])
      }),
    )
  })
})
