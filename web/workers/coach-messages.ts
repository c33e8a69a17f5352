import * as z from 'zod/mini'
import { NAME_LENGTH } from '../../shared/document/document-schema.ts'
import {
  type Answer,
  type AnswerFigure,
  type AskedPeriod,
  INTENTS,
  type Memory,
  type ProposedAction,
} from '../coach/answer.ts'
import type { ChallengePlan } from '../insight/challenge/challenge.ts'
import type { Rule } from '../insight/goal/rule.ts'
import { civilDate } from '../store/insight-schema.ts'

/** What a page and the coach in its worker say to each other. Both ends parse what they get. */

/** Characters of a question that are read: who writes more asks more than one thing. */
export const LONGEST_QUESTION = 4000

const metric = z.string()
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7])
const statistic = z.enum(['value', 'mean', 'sum', 'median', 'min', 'max', 'count'])

const period: z.ZodMiniType<AskedPeriod> = z.object({
  from: civilDate,
  to: civilDate,
  weekdays: z.exactOptional(z.array(weekday)),
  words: z.string(),
  piece: z.enum(['day', 'week', 'month', 'year', 'days', 'all']),
})

/** What a follow-up refers to: also as a message has kept it. */
export const memorySchema: z.ZodMiniType<Memory> = z.object({
  intent: z.exactOptional(z.enum(INTENTS)),
  metric: z.exactOptional(metric),
  period: z.exactOptional(period),
  statistic: z.exactOptional(statistic),
  bound: z.exactOptional(
    z.object({ low: z.exactOptional(z.number()), high: z.exactOptional(z.number()), isStrict: z.boolean() }),
  ),
})

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

export const coachRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    question: z.string().check(z.maxLength(LONGEST_QUESTION)),
    memory: memorySchema,
    /** BCP 47: of the page, for a worker has none of its own that a person chose. */
    locale: z.string().check(z.maxLength(NAME_LENGTH)),
  }),
  /** Questions to begin with, from what there is today. */
  z.object({ kind: z.literal('begin'), locale: z.string().check(z.maxLength(NAME_LENGTH)) }),
  /** The summary that an agent may be sent. `withNames`: with what the person called their own metrics. */
  z.object({
    kind: z.literal('context'),
    locale: z.string().check(z.maxLength(NAME_LENGTH)),
    withNames: z.boolean(),
  }),
])

export const coachAnswers = {
  ask: z.object({ answer, memory: memorySchema }),
  begin: z.array(z.string()),
  /** `value` is byte for byte what is sent; `hash` is the SHA-256 of it, in base64url. */
  context: z.object({ value: z.string(), hash: z.string(), asOf: civilDate }),
} as const

export type CoachQuestion = z.infer<typeof coachRequest>
export type ContextMade = z.infer<typeof coachAnswers.context>
