import * as z from 'zod/mini'
import type { ExperimentRefusal, ExperimentResult } from '../insight/experiment/result.ts'
import type { GoalProjection } from '../insight/forecast/goal-projection.ts'
import type { ShuffleResult } from '../insight/shuffle/shuffle-test.ts'
import { civilDate, count, interval, metric, numbers } from '../store/insight-schema.ts'

/** Which side of a target is the goal. */
export const reach = z.enum(['at-least', 'at-most'])

export const shuffleResult: z.ZodMiniType<ShuffleResult> = z.object({
  found: count,
  runs: count,
  byChance: numbers,
  runsWithAny: count,
  mean: z.number(),
})

export const experimentResult: z.ZodMiniType<ExperimentResult> = z.object({
  kind: z.literal('experiment-result'),
  outcome: metric,
  difference: z.number(),
  ci95: interval,
  coverage: z.number(),
  p: z.number(),
  verdict: z.enum(['higher', 'lower', 'about-the-same', 'unclear']),
  smallestEffect: z.number(),
  change: z.number(),
  usual: z.number(),
  pairs: count,
  planned: count,
  n: count,
  from: civilDate,
  to: civilDate,
  kept: count,
  marked: count,
  caveats: z.readonly(z.array(z.enum(['pairs-left-out', 'stopped-early', 'often-not-kept']))),
})

export const experimentRefusal: z.ZodMiniType<ExperimentRefusal> = z.object({
  kind: z.literal('experiment-refusal'),
  outcome: metric,
  reason: z.enum(['plan-changed', 'not-over', 'too-few-pairs', 'no-variation']),
  pairs: count,
  needed: count,
})

export const goalProjection: z.ZodMiniType<GoalProjection> = z.object({
  kind: z.literal('goal-projection'),
  metric,
  target: z.number(),
  reach,
  probability: numbers,
  onCourse: z.boolean(),
  early: z.exactOptional(civilDate),
  likely: z.exactOptional(civilDate),
  late: z.exactOptional(civilDate),
  plannedPerWeek: z.exactOptional(z.number()),
  n: count,
  lastObserved: civilDate,
  version: z.number(),
})
