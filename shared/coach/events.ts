import * as z from 'zod/mini'

/** Why a turn ended without the whole of a reply. */
export const COACH_ERRORS = [
  /** The agent's service does not take the server's key. */
  'unauthorized',
  /** The service has no such agent, or no such turn. */
  'not_found',
  /** The service has no such model. */
  'model_missing',
  /** The operator's account at the service is used up. */
  'quota',
  /** The service asks for patience. */
  'rate_limited',
  /** Another turn of the same person is running. */
  'busy',
  /** The agent waits for a leave to use a tool, and could not be told no. */
  'approval_pending',
  /** The service refuses the request as it stands. */
  'invalid',
  /** The service failed. */
  'upstream',
  /** Nobody answers at the service's address. */
  'unreachable',
  /** The service answers too slowly, or went silent. */
  'timeout',
  /** The reply broke off. */
  'cut',
  /** The model failed. */
  'llm',
  /** The context and what is remembered are more than the model holds. */
  'context_overflow',
  'cancelled',
  /** The service speaks another protocol. */
  'protocol',
  /** The turns or tokens of the day are used up, those of the person or of the whole server. */
  'budget',
  /** The server has no agent. */
  'no_agent',
] as const
export type CoachErrorCode = (typeof COACH_ERRORS)[number]

/** Why a reply ended where it did: at its end, or at the most steps or tokens that a turn may take. */
export const COACH_STOPS = ['end_turn', 'max_steps', 'tool_rule', 'max_tokens'] as const
export type CoachStop = (typeof COACH_STOPS)[number]

const count = z.int().check(z.minimum(0))

/** Tokens. `estimated` where the service did not say. */
export const usageSchema = z.object({ prompt: count, completion: count, estimated: z.optional(z.literal(true)) })

/** More of the reply: appended to what came before. Well-formed, so no half of a surrogate pair. */
export const deltaSchema = z.object({ text: z.string() })

/** The end of a turn that went well. */
export const doneSchema = z.object({
  /** The whole reply: all deltas, joined. */
  text: z.string(),
  stop: z.enum(COACH_STOPS),
  usage: z.optional(usageSchema),
  /** The agent was answered from an older context, because the new one could not be given to it. */
  contextStale: z.optional(z.literal(true)),
  /** The agent was gone, and a new one remembers nothing of what was said before. */
  memoryReset: z.optional(z.literal(true)),
})

/** The end of a turn that did not. */
export const errorSchema = z.object({
  code: z.enum(COACH_ERRORS),
  /** Whether the same question, asked again, may be answered. */
  retryable: z.boolean(),
  /** Whether the agent has taken the question. */
  accepted: z.enum(['no', 'yes', 'unknown']),
  /** ms. */
  retryAfterMs: z.optional(count),
  /** The reply so far: all deltas, joined. */
  partial: z.string(),
})

export type Usage = z.infer<typeof usageSchema>
export type TurnDelta = z.infer<typeof deltaSchema>
export type TurnDone = z.infer<typeof doneSchema>
export type TurnError = z.infer<typeof errorSchema>

/** What a device hears of a turn: any number of deltas, and then one of the others. */
export type TurnEvent =
  | ({ readonly type: 'delta' } & TurnDelta)
  | ({ readonly type: 'done' } & TurnDone)
  | ({ readonly type: 'error' } & TurnError)
