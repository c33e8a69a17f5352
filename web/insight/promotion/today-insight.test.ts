import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Finding } from '../analysis.ts'
import { isDismissed } from '../risk/dismissal.ts'
import type { Risk } from '../risk/risk.ts'
import { findingKey } from './finding-key.ts'
import { link } from './test-finding.ts'
import { todayInsight } from './today-insight.ts'
import type { WeeklyRun } from './weekly-runs.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}
const TODAY = date('2026-11-27')

const riskOf = (id: string, severity: Risk['severity'], since = date('2026-11-20')): Risk => ({
  id,
  rule: 'low-sleep',
  severity,
  measure: 'level',
  value: 6,
  threshold: 7,
  side: 'below',
  certainty: 'sure',
  guideline: 'sleep-7-hours',
  step: 'earlier-bedtime',
  n: 14,
  from: since,
  to: TODAY,
  stale: false,
  since,
})

const runsOf = (...found: Finding[][]): WeeklyRun[] =>
  found.map((findings, index) => ({
    week: date(`2026-11-${String(2 + index * 7).padStart(2, '0')}`),
    on: date(`2026-11-${String(2 + index * 7).padStart(2, '0')}`),
    days: 100 + index * 7,
    found: findings.map(findingKey),
  }))

const asNew = (finding: Finding): Finding => ({ ...finding, caveats: ['new'] })
const [old, young, surer] = [link('sleep', 'mood'), link('steps', 'mood'), link('steps', 'sleep', { q: 0.001 })]

describe('what the day says', () => {
  it('is the gravest risk that was not put aside', () => {
    const risks = [riskOf('a', 'low'), riskOf('b', 'high'), riskOf('c', 'high')]
    const shown = (...aside: string[]) =>
      todayInsight(
        { findings: [old] },
        risks,
        runsOf([old], [old]),
        aside.map((risk) => ({ risk, on: TODAY })),
      )?.id
    expect(shown()).toBe('b')
    expect(shown('b')).toBe('c')
    expect(shown('b', 'c')).toBe('a')
    expect(shown('a', 'b', 'c')).toBe(findingKey(old))
  })

  it('is a risk again that went away and came back after it was put aside', () => {
    const back = riskOf('a', 'low', TODAY)
    expect(todayInsight({ findings: [] }, [back], [], [{ risk: 'a', on: date('2026-11-20') }])?.id).toBe('a')
  })

  it('is the finding promoted last, of equally old ones the surest, and never a new one', () => {
    const runs = runsOf([old], [old, young, surer], [old, young, surer])
    const shown = (...findings: Finding[]) => todayInsight({ findings }, [], runs, [])?.id
    expect(shown(old, young)).toBe(findingKey(young))
    expect(shown(old, young, surer)).toBe(findingKey(surer))
    expect(shown(old, asNew(young))).toBe(findingKey(old))
    expect(shown(asNew(old))).toBeUndefined()
    expect(shown()).toBeUndefined()
  })

  it('is at most one thing, never one put aside or new, and nothing only where nothing is left', () => {
    const severity = fc.constantFrom('high', 'medium', 'low')
    const risks = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), severity), { selector: ([id]) => id })
    const findings = fc.subarray([old, young, surer, asNew(link('weight', 'mood'))])
    const aside = fc.subarray(['a', 'b', 'c', findingKey(old), findingKey(young)])
    fc.assert(
      fc.property(risks, findings, aside, (given, found, ids) => {
        const all = given.map(([id, graveness]) => riskOf(id, graveness))
        const dismissals = ids.map((risk) => ({ risk, on: TODAY }))
        const shown = todayInsight({ findings: found }, all, runsOf(found, found), dismissals)
        const open = all.filter((risk) => !isDismissed(risk, dismissals))
        const told = found.filter((one) => !(one.caveats.includes('new') || ids.includes(findingKey(one))))
        if (shown === undefined) expect([...open, ...told]).toEqual([])
        else if (shown.kind === 'risk') {
          expect(open).toContain(shown.risk)
          if (open.some((risk) => risk.severity === 'high')) expect(shown.risk.severity).toBe('high')
        } else {
          expect(open).toEqual([])
          expect(told).toContain(shown.finding)
        }
      }),
    )
  })
})
