import * as z from 'zod/mini'
import type { DaysAhead } from '../insight/report/days-ahead.ts'
import type { MetricWeek } from '../insight/report/metric-week.ts'
import type { Suggestion } from '../insight/report/suggestion.ts'
import type { WeeklyReport } from '../insight/report/weekly-report.ts'
import type { Streak } from '../insight/streak.ts'
import {
  anomaly,
  association,
  civilDate,
  comparison,
  count,
  finding,
  levelChange,
  metric,
  refusal,
  risk,
  shiftAlert,
} from '../store/insight-schema.ts'

const list = <Entry extends z.ZodMiniType>(entry: Entry) => z.readonly(z.array(entry))

const streak: z.ZodMiniType<Streak> = z.object({
  current: count,
  start: z.exactOptional(civilDate),
  longest: count,
  longestFrom: z.exactOptional(civilDate),
  longestUntil: z.exactOptional(civilDate),
  todayLogged: z.boolean(),
  pausedToday: z.boolean(),
  strength: z.number(),
})

const dayValue = z.object({ date: civilDate, value: z.number() })

const metricWeek: z.ZodMiniType<MetricWeek> = z.object({
  metric,
  recorded: count,
  facts: z.exactOptional(z.object({ mean: z.number(), lowest: dayValue, highest: dayValue })),
  before: z.union([comparison, refusal]),
})

const daysAhead: z.ZodMiniType<DaysAhead> = z.object({
  metric,
  from: civilDate,
  to: civilDate,
  mean: z.number(),
  lo80: z.number(),
  hi80: z.number(),
  n: count,
})

const suggestion: z.ZodMiniType<Suggestion> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('risk-step'), risk }),
  z.object({ kind: z.literal('experiment'), finding: association }),
  z.object({ kind: z.literal('record'), metric, recorded: count }),
  z.object({ kind: z.literal('keep-going') }),
])

export const weeklyReport: z.ZodMiniType<WeeklyReport> = z.object({
  from: civilDate,
  to: civilDate,
  streak,
  metrics: list(metricWeek),
  newFindings: list(finding),
  keptFindings: list(finding),
  changes: list(levelChange),
  anomalies: list(anomaly),
  alerts: list(shiftAlert),
  ahead: list(daysAhead),
  risks: list(risk),
  suggestion,
})
