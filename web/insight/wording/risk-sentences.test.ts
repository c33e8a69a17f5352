import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { GUIDELINES } from '../risk/guidelines.ts'
import type { NextStep, Risk } from '../risk/risk.ts'
import { nextStepText, riskSentence } from './risk-sentences.ts'
import { textOf } from './sentence.ts'
import { count, day, effect, FORBIDDEN, held, IN_KG, metric, size, span, terms, value } from './sentence-contract.ts'

const date = (text: string) => text as CivilDate

describe('a risk', () => {
  const measures: readonly Risk['measure'][] = ['level', 'pace', 'recorded-days', 'days-since', 'shift']
  const risk: fc.Arbitrary<Risk> = fc
    .record({
      metric,
      measure: fc.constantFrom(...measures),
      value: size,
      effect,
      threshold: value,
      side: fc.constantFrom('below', 'above'),
      certainty: fc.constantFrom('sure', 'likely'),
      n: count,
      span,
      stale: fc.boolean(),
      since: day,
    })
    .map(({ effect: { effect: estimate, ci95 }, span: days, value: counted, measure, ...rest }) => {
      const isEstimate = measure === 'level' || measure === 'pace'
      return {
        ...rest,
        ...days,
        id: 'low-sleep',
        rule: 'low-sleep',
        severity: 'medium',
        guideline: 'sleep-7-hours',
        step: 'earlier-bedtime',
        measure,
        value: isEstimate ? estimate : counted,
        ...(isEstimate ? { ci95 } : {}),
        certainty: measure === 'pace' ? 'sure' : isEstimate ? rest.certainty : 'counted',
      }
    })

  it('gives value, threshold and days, and "95 % sure" only when it is', () => {
    fc.assert(
      fc.property(risk, terms, (of, names) => {
        const keys: Record<Risk['measure'], readonly string[]> = {
          level: ['value', 'threshold', 'ci95.0', 'ci95.1', 'n', 'to'],
          pace: ['value', 'threshold', 'ci95.0', 'ci95.1', 'n', 'to'],
          'recorded-days': ['value', 'threshold', 'to'],
          'days-since': ['value', 'from'],
          shift: ['value', 'n', 'from', 'to'],
        }
        const text = held(riskSentence(of, names), of, keys[of.measure])
        expect(text.includes('95 % sure')).toBe(of.certainty === 'sure')
        expect(text.includes('Nothing newer')).toBe(of.stale)
      }),
      { numRuns: 500 },
    )
  })

  it('reads like a plain sentence', () => {
    const low: Risk = {
      id: 'low-sleep',
      rule: 'low-sleep',
      metric: 'sleep',
      severity: 'medium',
      measure: 'level',
      value: 6.2,
      threshold: 7,
      side: 'below',
      ci95: [5.97, 6.43],
      certainty: 'sure',
      guideline: 'sleep-7-hours',
      step: 'earlier-bedtime',
      n: 14,
      from: date('2026-11-13'),
      to: date('2026-11-26'),
      stale: false,
      since: date('2026-10-01'),
    }
    expect(textOf(riskSentence(low, IN_KG))).toBe(
      'Sleep came to 6 h 12 a day on average (95 % range 5 h 58 to 6 h 26; 14 days, 13 to 26 Nov 2026). It is 95 % sure to be below 7 h 00.',
    )
    const loss: Risk = {
      ...low,
      rule: 'rapid-loss',
      metric: 'weight',
      measure: 'pace',
      value: -1.24,
      threshold: -0.8,
      ci95: [-1.52, -0.96],
    }
    expect(textOf(riskSentence(loss, IN_KG))).toBe(
      'Weight went down by about 1.2 kg a week (95 % range 1.0 kg to 1.5 kg; 14 days, 13 to 26 Nov 2026). It is 95 % sure to be more than 0.8 kg a week, which is 1 % of the level.',
    )
  })

  it('comes with one next step and a guideline in plain words', () => {
    const steps: Record<NextStep, true> = {
      'earlier-bedtime': true,
      'talk-about-sleep': true,
      'reconnect-steps': true,
      'short-walk': true,
      'record-daily': true,
      'complete-meals': true,
      'protein-each-meal': true,
      'talk-about-loss': true,
      'talk-about-gain': true,
      'set-reminder': true,
      'record-one-value': true,
      'look-at-days': true,
    }
    for (const step of Object.keys(steps) as NextStep[]) {
      expect(nextStepText(step)).toMatch(/^[A-Z][^.]*\.$/)
      expect(nextStepText(step)).not.toMatch(FORBIDDEN)
    }
    for (const { says } of Object.values(GUIDELINES)) expect(says).not.toMatch(/\bcaus|becaus|diagnos/i)
  })
})
