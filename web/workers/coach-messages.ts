import * as z from 'zod/mini'
import { NAME_LENGTH } from '../../shared/document/document-schema.ts'
import { type AskedPeriod, INTENTS, type Memory } from '../coach/answer.ts'
import { civilDate } from '../store/insight-schema.ts'

/**
 * What a page asks the coach in its worker. Both ends parse what they get: what is answered stands in coach-answer-schemas.ts, which
 * the worker does not need.
 */

/** Characters of a question that are read: who writes more asks more than one thing. */
export const LONGEST_QUESTION = 4000

export const metric = z.string()
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7])
export const statistic = z.enum(['value', 'mean', 'sum', 'median', 'min', 'max', 'count'])

export const period: z.ZodMiniType<AskedPeriod> = z.object({
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

export type CoachQuestion = z.infer<typeof coachRequest>
