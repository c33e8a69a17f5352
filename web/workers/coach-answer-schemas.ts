import * as z from 'zod/mini'
import { type Answer, type AnswerFigure, INTENTS, type ProposedAction } from '../coach/answer.ts'
import type { ChallengePlan } from '../insight/challenge/challenge.ts'
import type { Rule } from '../insight/goal/rule.ts'
import { civilDate } from '../store/insight-schema.ts'
import { memorySchema, metric, period, statistic } from './coach-messages.ts'

/** What the coach in its worker answers, as its page parses it. */

const rule: z.ZodMiniType<Rule> = z.union([
  z.object({ kind: z.literal('atLeast'), low: z.number() }),
  z.object({ kind: z.literal('atMost'), high: z.number() }),
  z.object({ kind: z.literal('between'), low: z.number(), high: z.number() }),
])

const plan: z.ZodMiniType<ChallengePlan> = z.object({
  name: z.string(),
  task: z.union([
    z.object({ of: z.literal('value'), metric, rule }),
    z.object({ of: z.literal('recorded'), metric }),
    z.object({ of: z.literal('logged') }),
  ]),
  days: z.int(),
  within: z.int(),
})

/** What a card proposes: also as a message has kept it. */
export const actionSchema: z.ZodMiniType<ProposedAction> = z.union([
  z.object({
    kind: z.literal('log'),
    label: z.string(),
    metric,
    date: civilDate,
    value: z.exactOptional(z.number()),
  }),
  z.object({
    kind: z.literal('set-goal'),
    label: z.string(),
    metric,
    rule,
    cadence: z.enum(['day', 'week', 'byDate']),
    until: z.exactOptional(civilDate),
  }),
  z.object({ kind: z.literal('start-challenge'), label: z.string(), plan }),
  z.object({
    kind: z.literal('plan-trial'),
    label: z.string(),
    outcome: metric,
    condition: z.exactOptional(metric),
  }),
])

const figure: z.ZodMiniType<AnswerFigure> = z.object({
  text: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
  link: z.string(),
  figure: z.string(),
})

const answer: z.ZodMiniType<Answer> = z.object({
  intent: z.enum(INTENTS),
  parts: z.array(z.union([z.string(), figure])),
  metric: z.exactOptional(metric),
  period: z.exactOptional(period),
  against: z.exactOptional(period),
  statistic: z.exactOptional(statistic),
  actions: z.array(actionSchema),
  suggestions: z.array(z.string()),
})

export const coachAnswers = {
  ask: z.object({ answer, memory: memorySchema }),
  begin: z.array(z.string()),
  /** `value` is byte for byte what is sent; `hash` is the SHA-256 of it, in base64url. */
  context: z.object({ value: z.string(), hash: z.string(), asOf: civilDate }),
} as const

export type ContextMade = z.infer<typeof coachAnswers.context>
