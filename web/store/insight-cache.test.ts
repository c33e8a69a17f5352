import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { STEPS } from '../../shared/metric/catalogue.ts'
import { makeBackup } from './backup.ts'
import { commit } from './commit.ts'
import { dayEdit } from './days.ts'
import { eraseEverything } from './erase.ts'
import { areKept, type Insights, readInsights, readWeeklyRuns, writeInsights } from './insight-cache.ts'
import { date, good, testDatabase } from './test-database.ts'

const TODAY = date('2026-11-27')
const day = { from: date('2026-01-01'), to: TODAY }
const level = { mean: 6.5, n: 28, ...day }
const found = {
  metricY: 'steps',
  effect: 1200,
  ci95: [600, 1800],
  n: 85,
  ...day,
  p: 0.001,
  q: 0.01,
  method: 'gls',
  version: 1,
  evidence: 'strong',
  caveats: ['short', 'new'],
} as const

/** Insights with one of everything. */
const INSIGHTS: Insights = {
  version: 1,
  fingerprint: '0123456789abcdef',
  madeAt: 1,
  analysis: {
    version: 1,
    today: TODAY,
    findings: [
      { ...found, kind: 'association', metricX: 'sleep', lag: 1, threshold: 8, r: 0.4, slope: 1, slopeError: 0.1 },
      { ...found, kind: 'weekday', weekday: 6, byWeekday: [1, 2, 3, 4, 5, 6, 7] },
    ],
    maybe: [{ ...found, kind: 'trend', windowDays: 90, robustSlope: 3, evidence: 'maybe' }],
    refusals: [
      { looked: 'trend', metricY: 'mood', reason: 'too-few-days', n: 3, needed: 18 },
      {
        looked: 'association',
        metricX: 'protein',
        metricY: 'weight',
        reason: 'nothing-seen',
        n: 120,
        smallestSeen: 0.4,
      },
    ],
    changes: [
      {
        metric: 'weight',
        date: TODAY,
        withinDays: 7,
        shape: 'step',
        before: level,
        after: level,
        difference: 1,
        deviations: 1,
      },
    ],
    anomalies: [{ metric: 'steps', date: TODAY, value: 40_000, expected: 8000, limit: 9000 }],
    alerts: [{ metric: 'sleep', date: TODAY, since: TODAY, direction: 'down', size: -1, n: 9 }],
    comparisons: [
      {
        metric: 'sleep',
        against: 'year-ago',
        period: level,
        earlier: level,
        difference: 0,
        ci95: [-1, 1],
        verdict: 'about-the-same',
      },
    ],
    forecasts: [
      {
        kind: 'forecast',
        metric: 'steps',
        date: [TODAY],
        mean: [1],
        lo80: [1],
        hi80: [1],
        lo95: [1],
        hi95: [1],
        n: 100,
        lastObserved: TODAY,
        method: 'level',
        version: 1,
        backtest: { mae: 1, naiveMae: 2, cov80: 0.8, cov95: 0.95, origins: 50 },
      },
      { kind: 'not-enough-data', metric: 'mood', reason: 'stale', n: 3, needed: 11, lastObserved: TODAY },
    ],
  },
  risks: [
    {
      id: 'low-sleep',
      rule: 'low-sleep',
      metric: 'sleep',
      severity: 'medium',
      measure: 'level',
      value: 6.2,
      threshold: 7,
      side: 'below',
      ci95: [5.9, 6.5],
      certainty: 'sure',
      guideline: 'sleep-7-hours',
      step: 'earlier-bedtime',
      n: 14,
      ...day,
      stale: false,
      since: TODAY,
    },
  ],
  runs: [{ week: date('2026-11-23'), on: TODAY, days: 300, found: ['trend:weight:up'] }],
}

/** A database in which a day is logged. */
async function logged() {
  const { db } = testDatabase()
  good(await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(TODAY, STEPS.id, 5000)] }))
  return db
}

describe('the kept insights', () => {
  it('come back as they were kept', async () => {
    const db = await logged()
    expect(await readInsights(db, 1)).toBeUndefined()
    good(await writeInsights(db, INSIGHTS))
    expect(await readInsights(db, 1)).toEqual(INSIGHTS)
    expect(await areKept(db, 1, INSIGHTS.fingerprint)).toBe(true)
    expect(await areKept(db, 1, 'another')).toBe(false)
    expect(await areKept(db, 2, INSIGHTS.fingerprint)).toBe(false)
  })

  it('of another version of the method, or damaged, are none, but the weekly runs outlive the method', async () => {
    const db = await logged()
    good(await writeInsights(db, INSIGHTS))
    expect(await readInsights(db, 2)).toBeUndefined()
    expect(await readWeeklyRuns(db)).toEqual(INSIGHTS.runs)
    await db.insight.put({ name: 'result', value: { ...INSIGHTS, risks: [{ id: 'low-sleep' }] } })
    expect(await readInsights(db, 1)).toBeUndefined()
    expect(await areKept(db, 1, INSIGHTS.fingerprint)).toBe(false)
    await db.insight.put({ name: 'runs', value: 'often' })
    expect(await readWeeklyRuns(db)).toEqual([])
  })

  it('are in no backup, and go with everything else, also those that are still worked out', async () => {
    const db = await logged()
    good(await writeInsights(db, INSIGHTS))
    expect(await (await makeBackup(db)).text()).not.toContain(INSIGHTS.fingerprint)
    good(await eraseEverything(db))
    // As a look does that was under way.
    good(await writeInsights(db, INSIGHTS))
    expect(await readInsights(db, 1)).toBeUndefined()
    expect(await db.insight.count()).toBe(0)
  })
})
