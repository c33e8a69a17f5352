import * as z from 'zod/mini'
import { deltaSchema, doneSchema, errorSchema, type TurnEvent } from './events.ts'
import { COACH_LIMITS } from './limits.ts'

const count = z.int().check(z.minimum(0))
const text = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine((value) => value.isWellFormed(), 'half a character'),
  )
const turnId = z.uuid()
/** 32 bytes that the device throws for the turn: with them the server seals what it keeps of the reply. They are not kept. */
const key = z.string().check(z.regex(/^[\w-]{43}$/))

const recent = z
  .array(
    z.strictObject({
      role: z.enum(['person', 'coach']),
      text: text(COACH_LIMITS.recentLength).check(z.minLength(1)),
    }),
  )
  .check(
    z.maxLength(COACH_LIMITS.recentMessages),
    z.refine(
      (all) => all.reduce((sum, one) => sum + one.text.length, 0) <= COACH_LIMITS.recentLength,
      'too much of what was said before',
    ),
  )

/** What the agent may know: exactly the bytes that the person was shown. */
const context = z.strictObject({
  hash: z.string().check(z.minLength(1), z.maxLength(128)),
  value: text(2 * COACH_LIMITS.contextCodePoints).check(
    z.minLength(1),
    z.refine((value) => [...value].length <= COACH_LIMITS.contextCodePoints, 'a context too long'),
  ),
})

/**
 * A question. Sent again with the same `turnId`, it attaches to the turn that there is, and is never asked twice; it has to be the
 * same in every field then. Only a turn that ended with `accepted: 'no'` is asked anew, and may differ.
 */
export const turnRequestSchema = z.strictObject({
  turnId,
  key,
  text: text(COACH_LIMITS.questionLength).check(z.minLength(1)),
  /** Null: nothing is sent, and what the agent knew is taken from it. */
  context: z.nullable(context),
  about: z.optional(text(COACH_LIMITS.aboutLength).check(z.minLength(1))),
  /** Oldest first, for agents that remember nothing themselves. */
  recent,
})

/** The rest of a turn, after the `id` of the last frame that came; 0: from its beginning. */
export const resumeRequestSchema = z.strictObject({ turnId, key, after: count })

/** To stop a turn, or to have the server forget it because the reply is kept elsewhere. */
export const turnIdRequestSchema = z.strictObject({ turnId })

/** What agent the server has, and how much of it is left for today. */
export const coachStandingSchema = z.object({
  agent: z.nullable(
    z.object({
      kind: z.enum(['letta', 'openai']),
      /** As whoever runs the server calls it. */
      name: z.string(),
      /** The host that questions go to. */
      where: z.string(),
    }),
  ),
  budget: z.object({
    turnsLeft: count,
    tokensLeft: count,
    /** ms since 1970 UTC. */
    resetsAt: count,
  }),
  /** Whether the service holds an agent of this person. */
  remembered: z.boolean(),
})

/** How many were deleted at the agent's service, where all are gone now. */
export const forgottenSchema = z.object({ agents: count, blocks: count, archives: count })

/** Of an answer that is no stream of frames. */
export const coachProblemSchema = z.object({
  error: z.string(),
  code: z.optional(z.string()),
  failure: z.optional(z.string()),
})

export type TurnRequest = z.infer<typeof turnRequestSchema>
export type ResumeRequest = z.infer<typeof resumeRequestSchema>
export type CoachStanding = z.infer<typeof coachStandingSchema>
export type ForgottenAnswer = z.infer<typeof forgottenSchema>

/**
 * What is streamed of a turn: deltas, then one `done` or `error`. `id` is how much of the reply there is after the frame, in UTF-16
 * code units, so who has it all knows where to go on. A stream that ends before its `done` or `error` was cut: it is resumed.
 */
export interface TurnFrame {
  readonly id: number
  readonly event: TurnEvent
}

/** A frame as it is written; `:\n\n` is a heartbeat. */
export function writeFrame({ id, event: { type, ...data } }: TurnFrame): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`
}

/** What a frame of this name, with this data, says; undefined where this is none that is known. */
export function readFrame(name: string, data: string): TurnEvent | undefined {
  const json = jsonOf(data)
  if (name === 'delta') return tagged('delta', deltaSchema.safeParse(json))
  if (name === 'done') return tagged('done', doneSchema.safeParse(json))
  return name === 'error' ? tagged('error', errorSchema.safeParse(json)) : undefined
}

const tagged = <Type extends string, Data extends object>(
  type: Type,
  parsed: { readonly success: true; readonly data: Data } | { readonly success: false },
) => (parsed.success ? { type, ...parsed.data } : undefined)

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
