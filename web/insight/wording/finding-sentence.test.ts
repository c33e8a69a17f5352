import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { AssociationFinding, Finding, Refusal, RefusalReason, TrendFinding } from '../analysis.ts'
import { findingSentence } from './finding-sentence.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { figuresOf, textOf } from './sentence.ts'
import { count, finding, held, IN_KG, metric, size, terms } from './sentence-contract.ts'

const date = (text: string) => text as CivilDate

describe('a finding', () => {
  it('is said with effect, range, days and period, all of them those of the worker, and never with why', () => {
    fc.assert(
      fc.property(finding, terms, (found, names) => {
        const keys = ['effect', 'ci95.0', 'ci95.1', 'n', 'to', ...(found.from === found.to ? [] : ['from'])]
        const text = held(findingSentence(found, names), found, keys)
        for (const hidden of ['0.0123', '0.0456', '0.789', '0.321', '0.111']) expect(text).not.toContain(hidden)
        expect(text).toMatch(/taken out/)
        expect(text.includes('It may be chance')).toBe(found.evidence === 'maybe')
      }),
      { numRuns: 1000 },
    )
  })

  const link: AssociationFinding = {
    kind: 'association',
    metricX: 'sleep',
    metricY: 'steps',
    lag: 1,
    threshold: 7.5,
    effect: 1187.3,
    ci95: [612, 1802],
    n: 85,
    from: date('2026-08-01'),
    to: date('2026-11-23'),
    p: 0.001,
    q: 0.01,
    r: 0.4,
    slope: 1,
    slopeError: 1,
    method: 'test',
    version: 1,
    evidence: 'strong',
    caveats: [],
  }
  const trend: TrendFinding = { ...link, kind: 'trend', windowDays: 90, robustSlope: 0 }
  const read = (of: Finding) => textOf(findingSentence(of, IN_KG)).replaceAll('\u202f', ' ')

  it('reads like a plain sentence', () => {
    expect(read(link)).toBe(
      'A day with sleep of 7 h 30 or more goes with about 1 200 more steps on the next day (95 % range 600 to 1 800 more; 85 days, 1 Aug to 23 Nov 2026; weekday and slow drift taken out).',
    )
    expect(
      read({
        ...link,
        metricX: 'steps',
        metricY: 'weight',
        threshold: 8000,
        effect: -0.41,
        ci95: [-0.71, -0.11],
        lag: 0,
        evidence: 'maybe',
      }),
    ).toBe(
      'A day with 8 000 steps or more goes with weight about 0.4 kg lower on the same day (95 % range 0.1 kg to 0.7 kg lower; 85 days, 1 Aug to 23 Nov 2026; weekday and slow drift taken out). It may be chance: keep logging.',
    )
    expect(
      read({ ...link, kind: 'weekday', weekday: 7, byWeekday: [], effect: -0.6, ci95: [-0.9, -0.3], metricY: 'sleep' }),
    ).toBe(
      'Sundays go with about 36 min less sleep than the mean of the week (95 % range 18 min to 54 min less; 85 days, 1 Aug to 23 Nov 2026; slow drift taken out).',
    )
    expect(read({ ...trend, metricY: 'weight', effect: -0.041, ci95: [-0.063, -0.019] })).toBe(
      'Over the last 90 days, weight tended down by about 0.04 kg a week (95 % range 0.02 kg to 0.06 kg lower; 85 days, 1 Aug to 23 Nov 2026; weekdays taken out).',
    )
  })

  it('about whether something happened counts days of 100', () => {
    expect(
      read({
        ...link,
        metricX: 'own-coffee',
        aspectX: 'whether',
        metricY: 'own-push-ups',
        aspectY: 'whether',
        effect: 0.124,
        ci95: [0.02, 0.23],
      }),
    ).toContain(
      'A day with any Coffee goes with Push-ups on about 12 more of 100 days on the next day (95 % range 2 to 23 more;',
    )
  })

  it('is rounded to what its range leaves meaning to', () => {
    const off = (effectOf: number, half: number) => {
      const of = {
        ...link,
        metricY: 'own-push-ups',
        effect: effectOf,
        ci95: [effectOf - half, effectOf + half] as const,
      }
      const shown = figuresOf(findingSentence(of, IN_KG)).find(({ key }) => key === 'effect')?.text ?? ''
      return Math.abs(Number(shown.replaceAll('\u202f', '')) - Math.abs(effectOf))
    }
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 0.005, max: 1e4, noNaN: true }),
        (of, half) => {
          expect(off(of, half)).toBeLessThanOrEqual(half / 4 + 1e-9)
        },
      ),
    )
  })
})

describe('what was looked for and is not said', () => {
  const reasons: readonly RefusalReason[] = [
    'too-few-days',
    'no-variation',
    'stale',
    'nothing-seen',
    'too-small',
    'too-many-metrics',
  ]
  const refusal: fc.Arbitrary<Refusal> = fc.record(
    {
      looked: fc.constantFrom('association', 'weekday', 'trend', 'change', 'anomaly', 'forecast', 'comparison'),
      metricX: metric,
      aspectX: fc.constantFrom('whether', 'amount'),
      metricY: metric,
      aspectY: fc.constantFrom('whether', 'amount'),
      reason: fc.constantFrom(...reasons),
      n: count,
      needed: count.map((days) => days + 4000),
      smallestSeen: fc.constant(0.789),
      smallestEffect: size,
    },
    { requiredKeys: ['looked', 'metricY', 'reason', 'n'] },
  )

  it('gives its reason and days, and how large it would have had to be', () => {
    fc.assert(
      fc.property(refusal, terms, (of, names) => {
        const isLooked = of.reason === 'nothing-seen' || of.reason === 'too-small'
        const text = held(refusalSentence(of, names), of, [
          ...(of.reason === 'too-many-metrics' ? [] : ['n']),
          ...(isLooked && of.smallestEffect !== undefined ? ['smallestEffect'] : []),
          ...(of.reason === 'too-few-days' && of.needed !== undefined ? ['needed'] : []),
        ])
        expect(text).not.toContain('0.789')
      }),
      { numRuns: 500 },
    )
  })

  it('reads like a plain sentence', () => {
    const nothing: Refusal = {
      looked: 'association',
      metricX: 'protein',
      metricY: 'weight',
      reason: 'nothing-seen',
      n: 120,
      smallestEffect: 0.42,
    }
    expect(textOf(refusalSentence(nothing, IN_KG))).toBe(
      'No link between protein and weight seen in 120 days. A difference of about 0.42 kg would have been seen in four of five cases.',
    )
  })
})
