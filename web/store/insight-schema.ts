import './zod-without-eval.ts'
import * as z from 'zod/mini'
import { type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import type { Analysis, Comparison, Finding, NotEnoughData } from '../insight/analysis.ts'
import type { Forecast } from '../insight/forecast.ts'
import type { Risk } from '../insight/risk/risk.ts'

/** What an analysis looks like where it comes from a cache or another thread: the types of `web/insight`, checked. */

export const civilDate = z.custom<CivilDate>(
  (value) => typeof value === 'string' && parseCivilDate(value) !== undefined,
)
export const metric = z.string()
export const count = z.int().check(z.nonnegative())
export const interval = z.readonly(z.tuple([z.number(), z.number()]))
export const numbers = z.readonly(z.array(z.number()))

const caveat = z.enum(['short', 'many-gaps', 'few-values', 'outliers-drawn-in', 'mostly-zero', 'new'])

const aspect = z.exactOptional(z.enum(['whether', 'amount']))

const found = {
  metricY: metric,
  aspectY: aspect,
  effect: z.number(),
  ci95: interval,
  n: count,
  from: civilDate,
  to: civilDate,
  p: z.number(),
  q: z.number(),
  method: z.string(),
  version: z.number(),
  evidence: z.enum(['strong', 'maybe']),
  caveats: z.readonly(z.array(caveat)),
}

export const association = z.object({
  ...found,
  kind: z.literal('association'),
  metricX: metric,
  aspectX: aspect,
  lag: count,
  threshold: z.number(),
  r: z.number(),
  slope: z.number(),
  slopeError: z.number(),
})

export const finding: z.ZodMiniType<Finding> = z.discriminatedUnion('kind', [
  association,
  z.object({ ...found, kind: z.literal('weekday'), weekday: z.int(), byWeekday: numbers }),
  z.object({ ...found, kind: z.literal('trend'), windowDays: count, robustSlope: z.number() }),
])

export const refusal = z.object({
  looked: z.enum(['association', 'weekday', 'trend', 'change', 'anomaly', 'forecast', 'comparison']),
  metricX: z.exactOptional(metric),
  aspectX: aspect,
  metricY: metric,
  aspectY: aspect,
  reason: z.enum(['too-few-days', 'no-variation', 'stale', 'nothing-seen', 'too-small', 'too-many-metrics']),
  n: count,
  needed: z.exactOptional(count),
  smallestSeen: z.exactOptional(z.number()),
  smallestEffect: z.exactOptional(z.number()),
})

const level = z.object({ mean: z.number(), n: count, from: civilDate, to: civilDate })

export const levelChange = z.object({
  metric,
  date: civilDate,
  withinDays: z.number(),
  shape: z.enum(['step', 'gradual']),
  before: level,
  after: level,
  difference: z.number(),
  deviations: z.number(),
})

export const anomaly = z.object({
  metric,
  date: civilDate,
  value: z.number(),
  expected: z.number(),
  limit: z.number(),
})

export const shiftAlert = z.object({
  metric,
  date: civilDate,
  since: civilDate,
  direction: z.enum(['up', 'down']),
  size: z.number(),
  n: count,
})

export const comparison: z.ZodMiniType<Comparison> = z.object({
  metric,
  against: z.enum(['period-before', 'year-ago']),
  period: level,
  earlier: level,
  difference: z.number(),
  ci95: interval,
  verdict: z.enum(['higher', 'lower', 'about-the-same']),
})

export const forecast: z.ZodMiniType<Forecast> = z.object({
  kind: z.literal('forecast'),
  metric,
  date: z.readonly(z.array(civilDate)),
  mean: numbers,
  lo80: numbers,
  hi80: numbers,
  lo95: numbers,
  hi95: numbers,
  n: count,
  lastObserved: civilDate,
  method: z.string(),
  version: z.number(),
  backtest: z.object({
    mae: z.number(),
    naiveMae: z.number(),
    cov80: z.number(),
    cov95: z.number(),
    origins: count,
  }),
})

export const notEnoughData: z.ZodMiniType<NotEnoughData> = z.object({
  kind: z.literal('not-enough-data'),
  metric,
  reason: z.enum(['too-few-days', 'stale', 'no-days']),
  n: count,
  needed: count,
  lastObserved: z.exactOptional(civilDate),
})

export const analysis: z.ZodMiniType<Analysis> = z.object({
  version: z.number(),
  today: civilDate,
  findings: z.readonly(z.array(finding)),
  maybe: z.readonly(z.array(finding)),
  refusals: z.readonly(z.array(refusal)),
  changes: z.readonly(z.array(levelChange)),
  anomalies: z.readonly(z.array(anomaly)),
  alerts: z.readonly(z.array(shiftAlert)),
  comparisons: z.readonly(z.array(comparison)),
  forecasts: z.readonly(z.array(z.union([forecast, notEnoughData]))),
})

export const risk: z.ZodMiniType<Risk> = z.object({
  id: z.string(),
  rule: z.enum([
    'very-low-sleep',
    'low-sleep',
    'no-activity-data',
    'very-low-activity',
    'irregular-tracking',
    'very-low-calories',
    'low-protein',
    'rapid-loss',
    'rapid-gain',
    'irregular-logging',
    'no-data',
    'shift',
  ]),
  metric: z.exactOptional(metric),
  severity: z.enum(['high', 'medium', 'low']),
  measure: z.enum(['level', 'pace', 'recorded-days', 'days-since', 'shift']),
  value: z.number(),
  threshold: z.number(),
  side: z.enum(['below', 'above']),
  ci95: z.exactOptional(interval),
  certainty: z.enum(['sure', 'likely', 'counted']),
  guideline: z.enum([
    'sleep-7-hours',
    'sleep-6-hours',
    'steps-5000',
    'step-days',
    'energy-1200',
    'protein-rda',
    'loss-pace',
    'gain-5-kg',
    'self-monitoring',
    'sustained-shift',
  ]),
  step: z.enum([
    'earlier-bedtime',
    'talk-about-sleep',
    'reconnect-steps',
    'short-walk',
    'record-daily',
    'complete-meals',
    'protein-each-meal',
    'talk-about-loss',
    'talk-about-gain',
    'set-reminder',
    'record-one-value',
    'look-at-days',
  ]),
  n: count,
  from: civilDate,
  to: civilDate,
  stale: z.boolean(),
  since: civilDate,
})
